import type { CriterionId, VerdictOutcome } from '../../domain/matching/judgement.ts';
import { groupByRemedy, remedyPhrase } from '../../domain/matching/near-matches.ts';
import type { Change } from '../../domain/matching/remedies.ts';
import type { JudgedPair } from './judged-pair.ts';

/** Remedies told for each side, those that would mend most pairs first. */
const mostRemedies = 10;

type Blocking = { pairs: number; alone: number };

/** Counts what a run said. */
export class Tally {
  pairs = 0;
  readonly #outcomes: Record<VerdictOutcome, number> = { matched: 0, 'needs-review': 0, 'not-matched': 0 };
  readonly #blocking = new Map<CriterionId, Blocking>();
  readonly #near: { readonly remedy: readonly Change[] }[] = [];

  count({ verdict: { outcome, criteria }, remedy }: JudgedPair): void {
    this.pairs += 1;
    this.#outcomes[outcome] += 1;
    if (remedy) this.#near.push({ remedy });
    const failed = criteria.filter((one) => one.outcome === 'fail');
    for (const { criterion } of failed) {
      const counted = this.#blocking.get(criterion) ?? { pairs: 0, alone: 0 };
      counted.pairs += 1;
      if (failed.length === 1) counted.alone += 1;
      this.#blocking.set(criterion, counted);
    }
  }

  /** The summary, for a person. */
  lines(): readonly string[] {
    const outcomes = Object.entries(this.#outcomes).map(([outcome, count]) => `${count} ${outcome}`);
    return [`Judged: ${this.pairs} pairs: ${outcomes.join(', ')}.`, ...this.#blockingLines()];
  }

  /** What would mend the most pairs, by the side that would have to act. */
  nearLines(): readonly string[] {
    const [supplier, buyer] = [groupByRemedy(this.#near, 'supplier'), groupByRemedy(this.#near, 'buyer')];
    const oneSided = [...supplier, ...buyer].reduce((sum, { pairs }) => sum + pairs.length, 0);
    const most = (groups: typeof supplier): readonly string[] =>
      groups.slice(0, mostRemedies).map(({ changes, pairs }) => `  ${pairs.length}: ${remedyPhrase(changes).en}`);
    return [
      `Near: ${this.#near.length} pairs could be mended, ${this.#near.length - oneSided} of them by both sides together.`,
      `By the supplier, ${supplier.length} remedies:`,
      ...most(supplier),
      `By the buyer, ${buyer.length} remedies:`,
      ...most(buyer),
    ];
  }

  #blockingLines(): readonly string[] {
    const [first, ...others] = [...this.#blocking].toSorted(([, one], [, other]) => other.pairs - one.pairs);
    if (!first) return ['Blocks the most pairs: nothing blocks any.'];
    const [criterion, { pairs, alone }] = first;
    const rest = others.map(([id, counted]) => `${id} ${counted.pairs} (${counted.alone})`);
    return [
      `Blocks the most pairs: ${criterion}, ${pairs} of them, ${alone} by itself alone.`,
      ...(rest.length > 0 ? [`Then, with how many by itself alone: ${rest.join(', ')}.`] : []),
    ];
  }
}
