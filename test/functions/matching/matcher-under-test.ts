import { randomUUID } from 'node:crypto';
import type { ReplayId } from '../../../domain/ids.ts';
import { type Listing, parseListing } from '../../../domain/listing/listing.ts';
import type { Match } from '../../../domain/match/match.ts';
import { onePartition } from '../../../domain/matching/domain-partitions.ts';
import { defaultWeights } from '../../../domain/matching/weights.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { Instant } from '../../../domain/time.ts';
import { frame } from '../../../events/envelope.ts';
import { MatchRequestedV1 } from '../../../events/match-requested.v1.ts';
import { makeAuditTrail } from '../../../functions/_adapters/dynamo/audit-trail.ts';
import { makeListingPublisher, makeListingWriter } from '../../../functions/_adapters/dynamo/listing-writer.ts';
import {
  makeOrganizationReader,
  makeOrganizationWriter,
} from '../../../functions/_adapters/dynamo/organization-store.ts';
import { type Deps, makeDeps } from '../../../functions/match-listing/deps.ts';
import { matchListing } from '../../../functions/match-listing/match-listing.ts';
import { now } from '../../builders/moment.ts';
import { memberOf, operator, system } from '../../stores/ids.ts';
import { startTables, type Tables } from '../../stores/tables.ts';

type Line = { readonly message: string; readonly [field: string]: unknown };

/** The Lambda's environment is gone in the middle of its work. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** The matcher on real tables, with the queue of its parts at hand: what it sends waits here until it is handed out. */
export class MatcherUnderTest {
  readonly queue: MatchRequestedV1[] = [];
  readonly lines: Line[] = [];
  readonly deps: Omit<Deps, 'park'>;
  private readonly tables: Tables;
  private ticks = 0;

  private constructor(tables: Tables, pairsAtOnce: number) {
    this.tables = tables;
    const table = (name: string): string => tables.nameOf(name);
    const deps = makeDeps({
      TIME_ZONE: 'Asia/Shanghai',
      MATCH_WEIGHTS: JSON.stringify([{ version: 'test', effectiveFrom: '2026-01-01', weights: defaultWeights }]),
      USES_NEGATIVE_LISTS: 'false',
      LISTINGS_TABLE: table('Listings'),
      CANDIDATES_TABLE: table('Candidates'),
      ORGANIZATIONS_TABLE: table('Organizations'),
      ZONE_ID: 'cn-bj-data-pilot',
      PAIRS_AT_ONCE: String(pairsAtOnce),
      MATCH_OVERFLOW_QUEUE_URL: 'https://sqs.example/overflow',
      MATCHES_TABLE: table('Matches'),
      USAGE_TABLE: table('Usage'),
      DEAD_LETTER_QUEUE_URL: 'https://sqs.example/dead',
    });
    const note = (message: string, fields: object = {}): void => void this.lines.push({ message, ...fields });
    this.deps = {
      ...deps,
      logger: Object.assign(Object.create(deps.logger), { info: note, warn: note }),
      // Each reading of the clock is a moment of its own: records tell by it which is the later one.
      clock: () => new Date(Date.parse(now) + ++this.ticks).toISOString() as Instant,
      pause: async () => undefined,
      sendOverflow: async (messages) => {
        for (const { body } of messages) this.queue.push(MatchRequestedV1.parse(JSON.parse(JSON.stringify(body))));
        return new Map();
      },
    };
  }

  static async start(pairsAtOnce: number): Promise<MatcherUnderTest> {
    return new MatcherUnderTest(await startTables(), pairsAtOnce);
  }

  stop = (): Promise<void> => this.tables.stop();

  private audit() {
    return makeAuditTrail(this.tables.client, this.tables.nameOf('Audit'), randomUUID);
  }

  private names() {
    return {
      listings: this.tables.nameOf('Listings'),
      candidates: this.tables.nameOf('Candidates'),
      requests: this.tables.nameOf('Requests'),
      usage: this.tables.nameOf('Usage'),
      mostListings: 100_000,
      partitions: onePartition,
    };
  }

  async publish(...listings: readonly Listing[]): Promise<void> {
    const publisher = makeListingPublisher(this.tables.client, this.names(), this.audit());
    await Promise.all(listings.map((one) => publisher.publish(memberOf(one.organizationId), one)));
  }

  /** The next version of a listing, with these fields. */
  async revise(before: Listing, fields: Partial<Listing>): Promise<Listing> {
    const kind = before.id.startsWith('offer-') ? 'offer' : 'demand';
    const after = parseListing(kind, { ...before, ...fields, version: before.version + 1 });
    await makeListingWriter(this.tables.client, this.names(), this.audit()).save(system, after, before);
    return after;
  }

  /** Writes what is said of an organization over what was. */
  async verify(organization: Organization): Promise<void> {
    const { client } = this.tables;
    const name = this.tables.nameOf('Organizations');
    const before = await makeOrganizationReader(client, name).get(system, organization.id);
    const version = (before?.version ?? 0) + 1;
    await makeOrganizationWriter(client, name, this.audit()).put(operator, { ...organization, version });
  }

  /** Everything on record of a listing. */
  records = (listing: Listing): Promise<readonly Match[]> => this.deps.matches.recordsOf(system, listing.id);

  /** Hands out a message; one whose work fails comes again until it does not. */
  async hand(message: MatchRequestedV1, deps = this.deps): Promise<void> {
    for (;;) {
      try {
        return await matchListing(deps)(message);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
    }
  }

  /** Hands out a request, and then each part that it asks for, every one so many times, until nothing is left. */
  async drain(request: MatchRequestedV1, deps = this.deps, times = 1): Promise<number> {
    this.queue.push(request);
    let handed = 0;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      for (let n = 0; n < times; n++) await this.hand(next, deps);
      handed += times;
    }
    return handed;
  }

  replayed = (id: ReplayId) => this.deps.replays.read(system, id);

  said = (message: string): readonly Line[] => this.lines.filter((line) => line.message === message);
}

/** A request for a listing, in its version. */
export const requestFor = (
  { id, version }: Listing,
  data: Partial<MatchRequestedV1['data']> = {},
  occasion = '',
): MatchRequestedV1 =>
  frame(
    'match-requested.v1',
    { id: `${id}.v${version}${occasion}`, zone: 'cn-bj-data-pilot', time: now },
    { listingId: id, version, cause: 'listing-changed', ...data },
  );
