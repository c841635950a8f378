import type { CriterionId, Verdict, VerdictOutcome } from '../../domain/matching/judgement.ts';

type Blocking = { pairs: number; alone: number };

/** Counts what a run read and said. */
export class Tally {
  offers = 0;
  demands = 0;
  organizations = 0;
  malformed = 0;
  pairs = 0;
  /** Organizations that posted something and are not in the file. */
  readonly unverified = new Set<string>();
  readonly #outcomes: Record<VerdictOutcome, number> = { matched: 0, 'needs-review': 0, 'not-matched': 0 };
  readonly #blocking = new Map<CriterionId, Blocking>();

  count({ outcome, criteria }: Verdict): void {
    this.pairs += 1;
    this.#outcomes[outcome] += 1;
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
    const { offers, demands, organizations, pairs, malformed, unverified } = this;
    const outcomes = Object.entries(this.#outcomes).map(([outcome, count]) => `${count} ${outcome}`);
    return [
      `Read: ${offers} offers, ${demands} demands, ${organizations} organizations.`,
      `Judged: ${pairs} pairs: ${outcomes.join(', ')}.`,
      ...this.#blockingLines(),
      ...(unverified.size > 0
        ? [`Not in the organizations' file, so unverified: ${unverified.size} organizations.`]
        : []),
      `Malformed lines: ${malformed}.`,
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
