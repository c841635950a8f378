import { consumedBy } from './consumed.ts';
import type { Quantities } from './items.ts';
import { type Activities, type Load, monthOf, withCanary } from './load.ts';
import type { Resources } from './resources.ts';
import { bytes, daysAMonth, idlePollsAMonth, keyRequestsAMonth, runs } from './units.ts';

const million = 1_000_000;
const giga = 1_000_000_000;
const mailBytes = 40_000;
const answerBytes = 6_000;

/** Runs of Lambdas in a month, and seconds of those that judge and of the others. */
function lambdas(month: Activities, { scheduledRuns, canaryRuns }: Resources) {
  const posts = month.postedOffers + month.postedDemands;
  const api = posts + month.readings;
  // The change of a listing is relayed and kept; one of a match is relayed with those of the same moment.
  const relays = posts * 2 + Math.min(month.records, posts * 3);
  // A request is judged by one run, with both of its looks; the third look at a demand is the API's.
  const matcher = month.offerLooks / 2 + month.demandLooks / 2;
  const telling = month.mails * 2;
  return {
    count: api + relays + matcher + telling + scheduledRuns,
    matcherSeconds: (matcher * runs.matcher.ms + month.pairReads * runs.matcher.msAPair) / 1000,
    otherSeconds:
      (api * runs.api.ms +
        relays * runs.relay.ms +
        telling * runs.telling.ms +
        scheduledRuns * runs.schedule.ms +
        canaryRuns * runs.canary.ms) /
      1000,
  };
}

/** Bytes that stand in tables once the zone has run for so long. */
function storedBytes({ offers, demands, months }: Load, month: Activities): number {
  // What is posted takes the place of what ends: the record of both stays.
  const posts = month.postedOffers + month.postedDemands;
  const listings = offers + demands + posts * months;
  const lines = (posts + month.tellings + month.readings) * months;
  return (
    listings * (bytes.listing + bytes.version) +
    (month.records * bytes.match + month.tellings * bytes.delivery) * months +
    lines * bytes.line
  );
}

/** How busy the busiest five minutes of a day leave the others: which keys, queues and tables are used in how many of them. */
const busyShare = (posts: number): number => Math.min(1, 0.1 + posts / (daysAMonth * 288));

/** What a month of this load has of everything that is billed. */
export function quantitiesOf(load: Load, resources: Resources, sendsBySes: boolean): Quantities {
  const month = withCanary(monthOf(load, resources.reconciliations), resources.canaryRuns);
  const { reads, writes } = consumedBy(month, { onAws: true });
  const run = lambdas(month, resources);
  const posts = month.postedOffers + month.postedDemands;
  const stored = storedBytes(load, month) / giga;
  const messages = posts + load.demands * resources.reconciliations + month.records + month.mails;
  const logs = (run.count * runs.logBytes) / giga;
  return {
    lambdaRequests: run.count / million,
    lambdaTime: run.matcherSeconds * resources.matcherGiB + run.otherSeconds * resources.otherGiB,
    tableWrites: writes / million,
    tableReads: reads / million,
    tableStorage: stored,
    tableRecovery: stored,
    streamReads: 0,
    apiRequests: (posts + month.readings) / million,
    // A message is sent, received and deleted.
    queueRequests: (messages * 3 + resources.polled * idlePollsAMonth) / million,
    busEvents: (posts + month.records) / million,
    schedules: resources.scheduledRuns / million,
    logsIngested: logs,
    logsStored: logs * resources.logMonths,
    metrics: resources.metrics,
    alarms: resources.alarms,
    dashboards: resources.dashboards,
    keys: resources.keys,
    keyRequests: ((resources.tables + resources.queues) * keyRequestsAMonth * busyShare(posts)) / 10_000,
    secrets: resources.secrets,
    // Each Lambda that mails or signs keeps a secret for five minutes.
    secretRequests: (resources.secrets * keyRequestsAMonth * busyShare(posts)) / 10_000,
    alarmMails: 30 / 100_000,
    transferOut: ((posts + month.readings) * answerBytes + month.mails * mailBytes) / giga,
    mails: sendsBySes ? month.mails / 1000 : 0,
  };
}
