import * as z from 'zod';
import { canonical } from '../../domain/canonical.ts';
import { type WeightsEditions, weightsOn } from '../../domain/matching/weights.ts';
import { dayIn, Instant } from '../../domain/time.ts';
import { aFewAtATime } from '../demo/a-few-at-a-time.ts';
import { ShownMatch } from '../demo/answers.ts';
import { memberOf, operator, type ZoneClient } from '../demo/client.ts';
import { judgeMarket } from '../demo/judged-market.ts';
import { readRecord, type ZoneRecord } from '../demo/record.ts';
import { zoneTime } from '../local/control/client.ts';
import { readTellings, type Tellings, toldOpen, untold } from './tellings.ts';

/** A match with the versions that it rests on. */
const Versioned = z.object({ version: z.int() });
const Recorded = ShownMatch.extend({
  offer: ShownMatch.shape.offer.extend(Versioned.shape),
  demand: ShownMatch.shape.demand.extend(Versioned.shape),
});
type Recorded = z.infer<typeof Recorded>;

/** What a brute-force judge and the zone's record say of each other, and who was mailed. */
export type Findings = {
  readonly judged: number;
  readonly matched: number;
  readonly underReview: number;
  /** Pairs of which record and judge differ, in words. */
  readonly differences: readonly string[];
  readonly mailed: number;
  /** Told of what they knew already, by contact and match. */
  readonly toldTwice: readonly string[];
  /** Mails that tell so. */
  readonly repeats: number;
  /** Open matches of which the buyer was never told. */
  readonly untold: readonly string[];
  /** Matches that a buyer was told of and that have ended, without a word of it, by contact and match. */
  readonly stale: readonly string[];
};

export type TortureZone = {
  readonly mailbox: string;
  readonly control: string;
  readonly timeZone: string;
  readonly weights: WeightsEditions;
  readonly usesNegativeLists: boolean;
};

const reasons = (criteria: Recorded['criteria']): string =>
  canonical(
    criteria.map(({ criterion, outcome, score, reason, rules, missing, choices }) => [
      criterion,
      outcome,
      score,
      reason,
      rules,
      missing,
      choices,
    ]),
  );

const Ended = z.object({ demand: z.object({ id: z.string() }) });

/** What buyers believe is open and has ended, by contact and match; a demand that is not listed tells its buyer nothing. */
async function staleIn(client: ZoneClient, record: ZoneRecord, told: Tellings): Promise<readonly string[]> {
  const open = new Set<string>(record.matches.map(({ id }) => id));
  const listed = new Set(record.demands.filter(({ status }) => status === 'listed').map(({ id }) => String(id)));
  const believed = toldOpen(told).filter(({ match }) => !open.has(match));
  const stale = await aFewAtATime(believed, 8, async ({ address, match }) => {
    const buyer = memberOf(address.replace(/@.*/, ''));
    const { demand } = await client.call(buyer, { method: 'GET', path: `/v1/matches/${match}` }, Ended);
    return listed.has(demand.id) ? [`${address} ${match}`] : [];
  });
  return stale.flat();
}

/**
 * Compares the record with a judge of every listed offer against every listed demand: the same pairs, versions, outcomes,
 * scores and reasons; and the mailbox with the record.
 */
export async function consultOracle(
  zone: TortureZone,
  client: ZoneClient,
  organizations: readonly string[],
): Promise<Findings> {
  const record = await readRecord(client, organizations);
  const buyers = new Map(record.demands.map(({ id, organizationId }) => [id, organizationId]));
  const matches = await aFewAtATime(record.matches, 8, ({ id, demand }) =>
    client.call(memberOf(buyers.get(demand.id) ?? ''), { method: 'GET', path: `/v1/matches/${id}` }, Recorded),
  );
  const reviews = await client.all(operator, '/v1/reviews', Recorded);

  const now = Instant.parse((await zoneTime(zone.control)).toISOString());
  const today = dayIn(zone.timeZone, now);
  const pairs = judgeMarket(
    record,
    { now, today, usesNegativeLists: zone.usesNegativeLists },
    weightsOn(zone.weights, today).weights,
  );
  const said = (match: Recorded): string =>
    `${match.outcome} ${match.score} v${match.offer.version} v${match.demand.version} ${reasons(match.criteria)}`;
  const onRecord = new Map(
    [...matches, ...reviews].map((match) => [`${match.offer.id} ${match.demand.id}`, said(match)]),
  );
  const judged = new Map(
    pairs
      .filter(({ verdict }) => verdict.outcome !== 'not-matched')
      .map(({ offer, demand, verdict: { outcome, score, criteria } }) => [
        `${offer.id} ${demand.id}`,
        `${outcome} ${score} v${offer.version} v${demand.version} ${reasons(criteria as Recorded['criteria'])}`,
      ]),
  );
  const differences = [...new Set([...onRecord.keys(), ...judged.keys()])]
    .filter((pair) => onRecord.get(pair) !== judged.get(pair))
    .map((pair) => `${pair}: on record ${onRecord.get(pair) ?? 'nothing'}; judged ${judged.get(pair) ?? 'nothing'}`);

  const told = await readTellings(zone.mailbox);
  const due = matches.map(({ id, demand }) => ({
    address: `${buyers.get(demand.id)}@example.com`,
    match: id,
    demand: demand.id,
  }));
  return {
    judged: pairs.length,
    matched: matches.length,
    underReview: reviews.length,
    differences,
    mailed: told.named.length,
    toldTwice: told.again,
    repeats: told.repeats,
    untold: untold(due, told),
    stale: await staleIn(client, record, told),
  };
}
