import { Budget } from './budget.ts';
import { Lane } from './lane.ts';
import { limits } from './limits.ts';
import type { Setup } from './setup.ts';
import type { Tables } from './tables.ts';
import type { Work, Works } from './work.ts';

/** What was done in a step: posts judged, matches found, and for how many milliseconds environments were busy. */
export type Done = { posts: number; open: number; ms: number };

/** A post as a whole, or what of it is left to runs for its parts. */
type Task = { readonly work: Work; readonly rest: Work | undefined };

/** The queues of the matcher, and how much of them is judged in a step: as much as runs, partitions and tables allow. */
export class Matcher {
  readonly prompt: Lane;
  readonly overflow: Lane;
  private readonly setup: Setup;
  private readonly tables: Tables;
  private readonly partitions: readonly Budget[];
  private tasks: readonly (Task | undefined)[] = [];

  constructor(setup: Setup, tables: Tables, classes: number) {
    this.setup = setup;
    this.tables = tables;
    this.prompt = new Lane(2 * classes);
    this.overflow = new Lane(2 * classes);
    this.partitions = Array.from({ length: classes }, () => new Budget());
  }

  /** From now on judging takes this; each class has two tasks, one after the other. */
  takes(works: readonly Works[]): void {
    this.tasks = works.flatMap(({ whole, rest }) => [{ work: whole, rest }, rest && { work: rest, rest: undefined }]);
  }

  /** Posts of a class that have come; so many of them are judged at once, the others wait behind. */
  arrive(second: number, postClass: number, many: number, prompt: number): void {
    this.prompt.add(second, 2 * postClass, Math.min(many, prompt));
    this.overflow.add(second, 2 * postClass, Math.max(0, many - prompt));
  }

  /** Judges what there is time for, from this second on. */
  run(second: number, seconds: number): Readonly<Record<'prompt' | 'overflow', Done>> {
    const { shards, matcherRuns } = this.setup;
    for (const partition of this.partitions) partition.begin(seconds, shards * limits.partitionReads);
    this.tables.begin(seconds);
    const done = {
      prompt: this.serve(second, this.prompt, matcherRuns.prompt * seconds * 1000),
      overflow: this.serve(second, this.overflow, matcherRuns.overflow * seconds * 1000),
    };
    this.tables.end(second, seconds);
    return done;
  }

  private serve(second: number, lane: Lane, mostMs: number): Done {
    const done: Done = { posts: 0, open: 0, ms: 0 };
    lane.serve((id, waiting) => {
      const task = this.tasks[id];
      if (!task) return 0;
      const { work, rest } = task;
      const many = Math.min(waiting, Math.max(0, mostMs - done.ms) / work.ms, this.mostOf(work));
      this.takeFor(work, many);
      if (rest) this.overflow.add(second, id + 1, many);
      done.ms += many * work.ms;
      done.open += many * work.open;
      if (id % 2 === 0) done.posts += many;
      return many;
    });
    return done;
  }

  private mostOf(work: Work): number {
    const ofPartitions = work.index.map(({ partition, units }) => this.partitions[partition]?.manyOf(units) ?? 0);
    return Math.min(this.tables.manyOf(work), ...ofPartitions);
  }

  private takeFor(work: Work, many: number): void {
    this.tables.take(work, many);
    for (const { partition, units } of work.index) this.partitions[partition]?.take(many * units);
  }
}
