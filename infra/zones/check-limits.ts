import type { Limits } from './zone.ts';

/** AWS takes no fewer for an event source mapping of a queue (`MaximumConcurrency`). */
const fewestRuns = 2;
/** A part notes whom it is going to write in one row, which holds 400 KB: some forty bytes each, and once more where it comes again. */
const mostPairsAtOnce = 4000;
/** Twenty contacts of one demand must find time in one run of the Lambda that mails. */
const fewestMailsAMinute = 140;

/** What is wrong with a zone's limits: a sentence each, with the setting's name. */
export function limitsComplaints({
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
}: Limits): readonly string[] {
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
  const tooMany = pairsAtOnce > mostPairsAtOnce;
  const few = settings
    .filter(([, value, least]) => !(Number.isInteger(value) && value >= least))
    .map(
      ([name, value, least]) => `The zone's limit ${name} is ${value}: it must be a whole number of at least ${least}.`,
    );
  if (!tooMany) return few;
  return [...few, `The zone's limit pairsAtOnce is ${pairsAtOnce}: it must be at most ${mostPairsAtOnce}.`];
}
