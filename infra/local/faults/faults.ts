import { type FaultKind, FaultPlan, faultAt } from './plan.ts';

type Counts = Readonly<Record<string, number>>;

/** How many calls there were since the plan was made, by Lambda, and what went wrong with how many, by kind and by Lambda. */
export type FaultFigures = {
  readonly calls: Counts;
  readonly faults: Counts;
  readonly faultsByLambda: Counts;
};

const none = FaultPlan.parse({});

class Counter {
  readonly #counted = new Map<string, number>();

  /** Counts one more, and answers how many those are. */
  count(name: string): number {
    const number = (this.#counted.get(name) ?? 0) + 1;
    this.#counted.set(name, number);
    return number;
  }

  clear(): void {
    this.#counted.clear();
  }

  get counts(): Counts {
    return Object.fromEntries([...this.#counted].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }
}

/** The faults of a zone: none until a plan is made. */
export class Faults {
  #plan = none;
  readonly #calls = new Counter();
  readonly #kinds = new Counter();
  readonly #lambdas = new Counter();

  /** Makes a plan, and begins to count anew. */
  plan(plan: FaultPlan): void {
    this.#plan = plan;
    for (const counter of [this.#calls, this.#kinds, this.#lambdas]) counter.clear();
  }

  /** Lets everything go well from now on; the figures stay. */
  end(): void {
    this.#plan = none;
  }

  /** What goes wrong with the next call of a Lambda. */
  next(lambda: string, possible: readonly FaultKind[]): FaultKind | undefined {
    const fault = faultAt(this.#plan, lambda, this.#calls.count(lambda), possible);
    if (fault === undefined) return undefined;
    this.#kinds.count(fault);
    this.#lambdas.count(lambda);
    return fault;
  }

  get figures(): FaultFigures {
    return { calls: this.#calls.counts, faults: this.#kinds.counts, faultsByLambda: this.#lambdas.counts };
  }
}
