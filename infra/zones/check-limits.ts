import type { Limits } from './zone.ts';

/** A zone's limits cannot work. */
class UnsoundLimits extends Error {
  override readonly name = 'UnsoundLimits';
}

/** AWS takes no fewer for an event source mapping of a queue (`MaximumConcurrency`). */
const fewestRuns = 2;
/** Twenty contacts of one demand must find time in one run of the Lambda that mails. */
const fewestMailsAMinute = 140;

/** Throws UnsoundLimits, with a sentence that names the setting. */
export function checkLimits({
  pairsAtOnce,
  promptListingsAMinute,
  matcherRuns,
  requestsASecond,
  writesAMinute,
  listingsAnOrganization,
  mailsAMinute,
  instantMailsADay,
  dailyMailsADay,
  invitationsADay,
}: Limits): void {
  const settings = [
    ['pairsAtOnce', pairsAtOnce, 1],
    ['promptListingsAMinute.organization', promptListingsAMinute.organization, 1],
    ['promptListingsAMinute.domain', promptListingsAMinute.domain, 1],
    ['matcherRuns.prompt', matcherRuns.prompt, fewestRuns],
    ['matcherRuns.overflow', matcherRuns.overflow, fewestRuns],
    ['matcherRuns.sweeps', matcherRuns.sweeps, fewestRuns],
    ['requestsASecond.rate', requestsASecond.rate, 1],
    ['requestsASecond.burst', requestsASecond.burst, 1],
    ['writesAMinute', writesAMinute, 1],
    ['listingsAnOrganization', listingsAnOrganization, 1],
    ['mailsAMinute', mailsAMinute, fewestMailsAMinute],
    ['instantMailsADay', instantMailsADay, 1],
    ['dailyMailsADay', dailyMailsADay, 1],
    ['invitationsADay.organization', invitationsADay.organization, 1],
    ['invitationsADay.address', invitationsADay.address, 1],
  ] as const;
  for (const [name, value, least] of settings) {
    if (Number.isInteger(value) && value >= least) continue;
    throw new UnsoundLimits(`The zone's limit ${name} is ${value}: it must be a whole number of at least ${least}.`);
  }
}
