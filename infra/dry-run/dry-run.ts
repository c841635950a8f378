import type { DemandId } from '../../domain/ids.ts';
import { judge } from '../../domain/matching/match.ts';
import { type Pairing, remedyOf } from '../../domain/matching/remedies.ts';
import { BestPairs } from './best-pairs.ts';
import { type JudgedPair, lineOf } from './judged-pair.ts';
import type { LineWriter } from './line-writer.ts';
import type { MarketCount } from './market-count.ts';
import { type Market, type Reading, walkMarket } from './market-walk.ts';
import type { Progress } from './progress.ts';
import { type Rules, versionOfRules } from './rules.ts';
import { Tally } from './tally.ts';

export type DryRun = {
  readonly market: Market;
  readonly rules: Rules;
  readonly top: number | undefined;
  readonly all: boolean;
  readonly near: boolean;
  /** Counts the market, where that is asked for. */
  readonly count: MarketCount | undefined;
};

/** Judges every offer of a file against every demand of another, and writes what it finds. */
export async function dryRun(
  { market, rules, top, all, near, count }: DryRun,
  output: LineWriter,
  progress: Progress,
): Promise<Reading> {
  const tally = new Tally();
  const best = new Map<DemandId, BestPairs>();
  const isWanted = ({ verdict, remedy }: JudgedPair): boolean =>
    all || verdict.outcome !== 'not-matched' || remedy !== undefined;

  const judgePair = ({ offer, demand, facts }: Pairing): JudgedPair => {
    const pair = { offer, demand, facts: { ...facts, rulebook: rules.rulebook } };
    const verdict = judge(pair.offer, pair.demand, pair.facts, rules.weights);
    const remedy = near ? remedyOf(pair, rules.weights) : undefined;
    return { offerId: offer.id, demandId: demand.id, verdict, ...(remedy && { remedy }) };
  };

  const line = (pair: JudgedPair): string => lineOf(pair, versionOfRules(rules));
  const take = async (pairing: Pairing): Promise<void> => {
    const pair = judgePair(pairing);
    tally.count(pair);
    count?.pair(pairing, pair);
    const kept = top === undefined ? undefined : (best.get(pair.demandId) ?? new BestPairs(top));
    if (kept) best.set(pair.demandId, kept);
    if (!isWanted(pair)) return;
    if (kept) kept.add(pair);
    else await output.write(line(pair));
  };
  const reading = await walkMarket(market, progress, take, count);

  for (const { pairs } of best.values()) for (const pair of pairs) await output.write(line(pair));
  await output.flush();
  progress.tell(reading.lines.first);
  for (const said of [...tally.lines(), ...(near ? tally.nearLines() : []), ...reading.lines.last]) progress.tell(said);
  return reading;
}
