import { type FaultKind, FaultPlan, faultAt } from './plan.ts';

/** What went wrong since the plan was made, by kind, and how many calls there were. */
export type FaultFigures = { readonly calls: number; readonly faults: Readonly<Record<string, number>> };

const none = FaultPlan.parse({});

/** The faults of a zone: none until a plan is made. */
export class Faults {
  #plan = none;
  #calls = new Map<string, number>();
  #figures = new Map<FaultKind, number>();

  /** Makes a plan, and begins to count anew. */
  plan(plan: FaultPlan): void {
    this.#plan = plan;
    this.#calls = new Map();
    this.#figures = new Map();
  }

  /** Lets everything go well from now on; the figures stay. */
  end(): void {
    this.#plan = none;
  }

  /** What goes wrong with the next call of a Lambda. */
  next(lambda: string, possible: readonly FaultKind[]): FaultKind | undefined {
    const call = (this.#calls.get(lambda) ?? 0) + 1;
    this.#calls.set(lambda, call);
    const fault = faultAt(this.#plan, lambda, call, possible);
    if (fault) this.#figures.set(fault, (this.#figures.get(fault) ?? 0) + 1);
    return fault;
  }

  get figures(): FaultFigures {
    return {
      calls: [...this.#calls.values()].reduce((sum, calls) => sum + calls, 0),
      faults: Object.fromEntries([...this.#figures].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    };
  }

  /** How many calls each Lambda has made since the plan. */
  get callsByLambda(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#calls);
  }
}
