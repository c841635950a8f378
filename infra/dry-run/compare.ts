import { canonical } from '../../domain/canonical.ts';
import type { JudgedCriterion, Verdict, VerdictOutcome } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { inWords } from './judged-pair.ts';
import type { LineWriter } from './line-writer.ts';
import { type Market, type Reading, walkMarket } from './market-walk.ts';
import type { Progress } from './progress.ts';
import { type Rules, versionOfRules } from './rules.ts';
import { tableChanges } from './table-changes.ts';

export type Comparison = {
  readonly market: Market;
  readonly before: Rules;
  readonly after: Rules;
  /** Whether pairs are written too of which only the score changes. */
  readonly all: boolean;
};

/** What other rules do to a pair. */
type PairChange =
  | 'begins'
  | 'ends'
  | 'needs-review'
  | 'begins-in-review'
  | 'leaves-review'
  | 'ends-in-review'
  | 'score'
  | 'none';

const byOutcomes: Readonly<Record<VerdictOutcome, Readonly<Partial<Record<VerdictOutcome, PairChange>>>>> = {
  'not-matched': { matched: 'begins', 'needs-review': 'begins-in-review' },
  'needs-review': { matched: 'leaves-review', 'not-matched': 'ends-in-review' },
  matched: { 'needs-review': 'needs-review', 'not-matched': 'ends' },
};

const meanings: Readonly<Record<Exclude<PairChange, 'none'>, string>> = {
  begins: 'begin to match',
  ends: 'match no more',
  'needs-review': 'matched and would need review',
  'begins-in-review': 'did not match and would need review',
  'leaves-review': 'needed review and would match',
  'ends-in-review': 'needed review and would not match',
  score: 'keep their outcome with another score',
};

function changeOf(before: Verdict, after: Verdict): PairChange {
  const change = byOutcomes[before.outcome][after.outcome];
  if (change) return change;
  return before.score === after.score ? 'none' : 'score';
}

const said = ({ outcome, score, weight, reason, rules, missing, choices }: JudgedCriterion): string =>
  canonical([outcome, score, weight, reason, rules, missing, choices]);

function differingCriteria(before: Verdict, after: Verdict, rules: Pick<Comparison, 'before' | 'after'>) {
  return before.criteria.flatMap((one, index) => {
    const other = after.criteria[index];
    if (!other || said(one) === said(other)) return [];
    return [
      {
        criterion: one.criterion,
        before: inWords(one, rules.before.rulebook),
        after: inWords(other, rules.after.rulebook),
      },
    ];
  });
}

/** Judges every pair of a market by two sets of rules, and writes those to which it makes a difference. */
export async function compareRules(
  { market, before, after, all }: Comparison,
  output: LineWriter,
  progress: Progress,
): Promise<Reading> {
  const counts = new Map<PairChange, number>();
  const judgeBy = ({ offer, demand, facts }: Pairing, { rulebook, weights }: Rules): Verdict =>
    judge(offer, demand, { ...facts, rulebook }, weights);
  const told = ({ outcome, score }: Verdict, rules: Rules) => ({ outcome, score, rulebook: versionOfRules(rules) });

  const reading = await walkMarket(market, progress, async (pair) => {
    const [one, other] = [judgeBy(pair, before), judgeBy(pair, after)];
    const change = changeOf(one, other);
    counts.set(change, (counts.get(change) ?? 0) + 1);
    if (change === 'none' || (change === 'score' && !all)) return;
    await output.write(
      JSON.stringify({
        offerId: pair.offer.id,
        demandId: pair.demand.id,
        change,
        before: told(one, before),
        after: told(other, after),
        criteria: differingCriteria(one, other, { before, after }),
      }),
    );
  });
  await output.flush();

  const changes = Object.entries(meanings).map(
    ([change, meaning]) => `  ${counts.get(change as PairChange) ?? 0} ${meaning} (${change})`,
  );
  const lines = [
    reading.lines.first,
    ...tableChanges(before, after),
    `Of ${reading.pairs} pairs, ${counts.get('none') ?? 0} stay as they are:`,
    ...changes,
    ...reading.lines.last,
  ];
  for (const line of lines) progress.tell(line);
  return reading;
}
