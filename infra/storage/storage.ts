import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { shape } from '../../functions/_adapters/dynamo/shape.ts';
import { ZoneStack } from '../zones/zone-stack.ts';
import { ZoneTable } from './zone-table.ts';

const get = 'dynamodb:GetItem';
const batchGet = 'dynamodb:BatchGetItem';
const put = 'dynamodb:PutItem';
const remove = 'dynamodb:DeleteItem';
const query = 'dynamodb:Query';
const update = 'dynamodb:UpdateItem';
const scan = 'dynamodb:Scan';
const check = 'dynamodb:ConditionCheckItem';

/** The tables of a zone. Transactions are no action of their own: they need those of the items in them. */
export class Storage extends Construct {
  readonly organizations = new ZoneTable(this, 'Organizations', shape.organizations);
  readonly listings = new ZoneTable(this, 'Listings', shape.listings);
  readonly candidates = new ZoneTable(this, 'Candidates', shape.candidates);
  readonly matches = new ZoneTable(this, 'Matches', shape.matches);
  readonly deliveries = new ZoneTable(this, 'Deliveries', shape.deliveries);
  readonly history = new ZoneTable(this, 'History', shape.history);
  readonly rechecks = new ZoneTable(this, 'Rechecks', shape.rechecks);
  readonly requests = new ZoneTable(this, 'Requests', shape.requests);
  readonly audit = new ZoneTable(this, 'Audit', shape.audit);
  readonly invitations = new ZoneTable(this, 'Invitations', shape.invitations);
  readonly preferences = new ZoneTable(this, 'Preferences', shape.preferences);
  readonly stops = new ZoneTable(this, 'Stops', shape.stops);
  readonly statistics = new ZoneTable(this, 'Statistics', shape.statistics);
  readonly usage = new ZoneTable(this, 'Usage', shape.usage);

  /** Recording a new listing, with its candidate rows, its idempotency key and the number of its organization's. */
  grantPublish(fn: IGrantable): void {
    this.grantMeter(fn);
    this.listings.grantActions(fn, put);
    this.candidates.grantActions(fn, put);
    this.requests.grantActions(fn, put, get);
    this.grantAudit(fn);
  }

  /** Reading one listing and writing its next version, which may be found, and be one open listing more or less. */
  grantRevise(fn: IGrantable): void {
    this.grantMeter(fn);
    this.listings.grantActions(fn, get, put);
    this.grantIndex(fn);
    this.grantAudit(fn);
  }

  /** Changing what the index for matching has of a listing, and saying so in its journal. */
  private grantIndex(fn: IGrantable): void {
    this.candidates.grantActions(fn, put, remove);
  }

  /** Adding to the audit record. Nobody may change or remove what stands there. */
  grantAudit(fn: IGrantable): void {
    this.audit.grantActions(fn, put);
  }

  /** Reading the audit record, which is written down too. */
  grantReadAudit(fn: IGrantable): void {
    this.audit.grantActions(fn, query);
    this.audit.grantQueryOn(fn, 'byOrganization');
    this.grantAudit(fn);
  }

  /** Counting what was used of a limit. */
  grantMeter(fn: IGrantable): void {
    this.usage.grantActions(fn, update);
  }

  /** Finding what is over and writing it so. */
  grantExpire(fn: IGrantable): void {
    this.grantMeter(fn);
    this.listings.grantActions(fn, put);
    this.listings.grantQueryOn(fn, 'byExpiry');
    this.grantIndex(fn);
    this.grantAudit(fn);
  }

  grantReadOwnListings(fn: IGrantable): void {
    this.listings.grantActions(fn, get);
    this.listings.grantQueryOn(fn, 'byOwner');
  }

  grantListListings(fn: IGrantable): void {
    this.listings.grantQueryOn(fn, 'byOwner');
  }

  grantReadMatches(fn: IGrantable): void {
    this.matches.grantActions(fn, get);
    this.matches.grantQueryOn(fn, 'byBuyer', 'bySupplier', 'byReview');
    this.listings.grantActions(fn, batchGet);
    this.organizations.grantActions(fn, batchGet);
    this.grantAudit(fn);
  }

  grantReadOrganization(fn: IGrantable): void {
    this.organizations.grantActions(fn, get);
    this.invitations.grantActions(fn, query);
    this.grantAudit(fn);
  }

  /** Reading whether an organization may do what it asks for. */
  grantStanding(fn: IGrantable): void {
    this.organizations.grantActions(fn, get);
  }

  grantKeepOrganization(fn: IGrantable): void {
    this.organizations.grantActions(fn, get, put);
    this.grantAudit(fn);
  }

  /** Reading those that a listing may match, and the parties behind them: what judging needs. */
  grantJudge(fn: IGrantable): void {
    this.listings.grantActions(fn, batchGet);
    this.candidates.grantActions(fn, query);
    this.organizations.grantActions(fn, batchGet);
  }

  /** Reading both sides and the candidates between them, and recording what was found, and how far it is. */
  grantMatch(fn: IGrantable): void {
    this.grantJudge(fn);
    this.listings.grantActions(fn, get);
    this.matches.grantActions(fn, batchGet, put);
    this.matches.grantQueryOn(fn, 'byOffer', 'byDemand');
    this.grantMeter(fn);
    this.usage.grantActions(fn, get);
  }

  /** Reading what judging needs, and the caller's own listings; it records whose it shows, and nothing else. */
  grantPreview(fn: IGrantable): void {
    this.grantJudge(fn);
    this.listings.grantQueryOn(fn, 'byOwner');
    this.grantAudit(fn);
  }

  /** Keeping what every listing and party was, and on which day the calendar changes what counts. */
  grantKeepHistory(fn: IGrantable): void {
    this.history.grantActions(fn, put);
    this.rechecks.grantActions(fn, put);
  }

  /** Reading what is to be judged anew, and taking it off the calendar. */
  grantRecheck(fn: IGrantable): void {
    this.rechecks.grantActions(fn, get, put, query, remove);
    this.listings.grantQueryOn(fn, 'byOwner');
    this.candidates.grantActions(fn, query);
  }

  /** Reading what is on record of one's own listing. */
  grantReadNearMatches(fn: IGrantable): void {
    this.listings.grantActions(fn, get);
    this.matches.grantQueryOn(fn, 'byOffer', 'byDemand');
  }

  /** Reading one match and writing what was decided on it. */
  grantDecide(fn: IGrantable): void {
    this.matches.grantActions(fn, get, put);
    this.grantAudit(fn);
  }

  /** Finding every demand that is listed, or has an open match. */
  grantReconcile(fn: IGrantable): void {
    this.candidates.grantActions(fn, query);
    this.matches.grantActions(fn, scan);
  }

  /** Reading everything that is kept of an organization, and noting that it was handed out. */
  grantExport(fn: IGrantable): void {
    this.organizations.grantActions(fn, get, batchGet);
    this.listings.grantActions(fn, batchGet);
    this.listings.grantQueryOn(fn, 'byOwner');
    for (const table of [this.history, this.deliveries, this.invitations, this.preferences])
      table.grantActions(fn, query);
    this.matches.grantQueryOn(fn, 'byOffer', 'byDemand');
    this.stops.grantActions(fn, get);
    this.grantReadAudit(fn);
  }

  /** Withdrawing what an organization has listed, and having all of it go that may; of the audit record nothing. */
  grantErase(fn: IGrantable): void {
    this.organizations.grantActions(fn, get, put);
    this.listings.grantActions(fn, put, remove);
    this.listings.grantQueryOn(fn, 'byOwner');
    this.grantIndex(fn);
    for (const table of [this.history, this.deliveries, this.invitations, this.preferences])
      table.grantActions(fn, query, remove);
    this.matches.grantActions(fn, remove);
    this.matches.grantQueryOn(fn, 'byOffer', 'byDemand');
    this.usage.grantActions(fn, get, update, remove);
    this.grantAudit(fn);
  }

  /** Reading everything that is counted, and keeping what was, and how far it is. */
  grantCount(fn: IGrantable): void {
    for (const counted of [this.organizations, this.listings, this.matches]) counted.grantActions(fn, scan);
    this.statistics.grantActions(fn, get, put, query);
  }

  /** Reading what was counted. */
  grantReadStatistics(fn: IGrantable): void {
    this.statistics.grantActions(fn, query);
  }

  /** Finding what is to be judged anew, counting it, and how far it has come. */
  grantStartReplay(fn: IGrantable): void {
    this.listings.grantActions(fn, get);
    this.listings.grantQueryOn(fn, 'byOwner');
    this.usage.grantActions(fn, get, update);
    this.grantAudit(fn);
  }

  /** Reading one pair as it is and as it was, and what is on record of it. */
  grantExplain(fn: IGrantable): void {
    this.listings.grantActions(fn, get);
    this.organizations.grantActions(fn, get);
    this.matches.grantActions(fn, get);
    this.history.grantActions(fn, query);
    this.grantAudit(fn);
  }

  /** Reading what a mail tells, and recording that it was told. */
  grantTell(fn: IGrantable): void {
    this.listings.grantActions(fn, get, batchGet);
    this.organizations.grantActions(fn, get);
    this.matches.grantActions(fn, get);
    this.deliveries.grantActions(fn, get, put, query);
    this.preferences.grantActions(fn, get);
    this.stops.grantActions(fn, get);
    this.grantStop(fn);
  }

  /** Finding who may be due a weekly mail. */
  grantPlanWeeklyMail(fn: IGrantable): void {
    this.candidates.grantActions(fn, query);
    this.organizations.grantQueryOn(fn, 'byReport');
    this.preferences.grantQueryOn(fn, 'byReport');
  }

  /** Reading what weekly mails tell, counts of it alone, and noting that they went. */
  grantSendWeeklyMail(fn: IGrantable): void {
    this.listings.grantActions(fn, get, batchGet);
    this.listings.grantQueryOn(fn, 'byOwner');
    this.candidates.grantActions(fn, query);
    this.matches.grantQueryOn(fn, 'byOffer', 'byDemand');
    this.deliveries.grantActions(fn, query);
    this.organizations.grantActions(fn, get);
    this.preferences.grantActions(fn, get);
    this.stops.grantActions(fn, get);
    this.grantStop(fn);
    this.usage.grantActions(fn, get, update);
  }

  /** Finding every match of a demand. */
  grantFindMatches(fn: IGrantable): void {
    this.matches.grantQueryOn(fn, 'byDemand');
  }

  /** Counting a contact's mails of a day. */
  grantMailsOfDay(fn: IGrantable): void {
    this.usage.grantActions(fn, get, update);
  }

  /** Reading whom to invite, and recording that it is, or that its address is mailed no more. */
  grantInvite(fn: IGrantable): void {
    this.organizations.grantActions(fn, get);
    this.invitations.grantActions(fn, get, put);
    this.usage.grantActions(fn, update);
    this.stops.grantActions(fn, get);
    this.grantStop(fn);
  }

  /** Writing that an address is mailed no more. */
  grantStop(fn: IGrantable): void {
    this.stops.grantActions(fn, put);
    this.grantAudit(fn);
  }

  /** Reading which addresses are mailed no more, and having one mailed again. */
  grantKeepStops(fn: IGrantable): void {
    this.stops.grantActions(fn, remove);
    this.stops.grantQueryOn(fn, 'byTime');
    this.grantAudit(fn);
  }

  /** Reading one invitation and its organization, and writing what was answered. */
  grantAnswerInvitation(fn: IGrantable): void {
    this.organizations.grantActions(fn, get, put);
    this.invitations.grantActions(fn, get, put);
    this.grantAudit(fn);
  }

  /** Reading one contact, and writing what its owner wants, or that it is a contact no more. */
  grantKeepPreferences(fn: IGrantable): void {
    this.grantAnswerInvitation(fn);
    this.preferences.grantActions(fn, get, put);
  }

  /** Reading matches as a mail told them, and as a member may read them, and recording that they are shown. */
  grantShowMatches(fn: IGrantable): void {
    this.organizations.grantActions(fn, get, batchGet);
    this.matches.grantActions(fn, get);
    this.matches.grantQueryOn(fn, 'byBuyer');
    this.listings.grantActions(fn, get, batchGet);
    this.deliveries.grantActions(fn, get);
    this.grantAudit(fn);
  }

  /** Rewriting what is of an older edition, and the index as its listings have it, and noting how far that came. */
  grantMigrate(fn: IGrantable): void {
    this.deliveries.grantActions(fn, scan, put);
    this.listings.grantActions(fn, scan, check);
    this.candidates.grantActions(fn, batchGet, put);
    // Where a zone goes from one way of spreading its index to another.
    if (ZoneStack.of(this).zone.domainPartitions.read.length > 1) this.candidates.grantActions(fn, remove);
    this.usage.grantActions(fn, get, put);
  }

  grantReadDueDeliveries(fn: IGrantable): void {
    this.deliveries.grantQueryOn(fn, 'byDue');
  }
}
