/** What one hour was like. */
export type HourLine = {
  readonly hour: number;
  readonly posts: number;
  readonly judged: number;
  /** The hottest partition of the index at its hottest, by its kind and division, and what is asked of it as shares of what it may give. */
  readonly hottest: { readonly name: string; readonly reads: number; readonly writes: number };
  /** Environments of the matcher that are busy, in the middle of the hour's steps and at the most. */
  readonly runs: number;
  readonly mostRuns: number;
  /** For how many seconds the oldest message of each queue has waited, at the worst. */
  readonly ages: { readonly prompt: number; readonly overflow: number; readonly mails: number };
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly lambdaGbSeconds: number;
  readonly lambdaRuns: number;
};

/** What of a step goes into its hour. */
export type StepLine = Omit<HourLine, 'hour' | 'mostRuns'>;

const empty = (hour: number): HourLine => ({
  hour,
  posts: 0,
  judged: 0,
  hottest: { name: '', reads: 0, writes: 0 },
  runs: 0,
  mostRuns: 0,
  ages: { prompt: 0, overflow: 0, mails: 0 },
  readUnits: 0,
  writeUnits: 0,
  lambdaGbSeconds: 0,
  lambdaRuns: 0,
});

const heatOf = ({ reads, writes }: HourLine['hottest']): number => Math.max(reads, writes);

/** An hour with one of its steps more; `share`: how much of the hour a step is. */
const withStep = (line: HourLine, step: StepLine, share: number): HourLine => ({
  hour: line.hour,
  posts: line.posts + step.posts,
  judged: line.judged + step.judged,
  hottest: heatOf(step.hottest) > heatOf(line.hottest) ? step.hottest : line.hottest,
  runs: line.runs + step.runs * share,
  mostRuns: Math.max(line.mostRuns, step.runs),
  ages: {
    prompt: Math.max(line.ages.prompt, step.ages.prompt),
    overflow: Math.max(line.ages.overflow, step.ages.overflow),
    mails: Math.max(line.ages.mails, step.ages.mails),
  },
  readUnits: line.readUnits + step.readUnits,
  writeUnits: line.writeUnits + step.writeUnits,
  lambdaGbSeconds: line.lambdaGbSeconds + step.lambdaGbSeconds,
  lambdaRuns: line.lambdaRuns + step.lambdaRuns,
});

/** The hours of a day as steps add up to them. */
export class HourBook {
  private readonly lines: HourLine[] = [];

  note(second: number, step: StepLine, share: number): void {
    const hour = Math.floor(second / 3600);
    this.lines[hour] = withStep(this.lines[hour] ?? empty(hour), step, share);
  }

  get all(): readonly HourLine[] {
    return this.lines;
  }
}
