import { Asked } from './asked.ts';
import { rateAt } from './day.ts';
import { makeDraws, manyOf } from './draws.ts';
import { HourBook, type HourLine, type StepLine } from './hours.ts';
import { Index, type Pace } from './index-state.ts';
import { MailLane } from './mail-lane.ts';
import { type Kind, shareOf } from './market.ts';
import { type Done, Matcher } from './matcher.ts';
import { meanOf, type PostClass, postClasses, worksAt } from './post-classes.ts';
import type { Peak } from './resources.ts';
import type { Setup } from './setup.ts';
import { Tables, type TableUse, tableUses, takenBy } from './tables.ts';
import type { Works } from './work.ts';

/** So long is a step, in seconds; at each third one it is looked anew at how the matcher is doing. */
const step = 20;
const looksEvery = 3;
const day = 86_400;
const batchSize = 5;
/** So much of how the matcher is doing is how it did in the last of these looks: what it keeps it keeps for minutes. */
const fresh = 0.2;

/** What a day was like. */
export type Day = { readonly hours: readonly HourLine[]; readonly peaks: readonly Peak[] };

type StepDone = Readonly<Record<'prompt' | 'overflow', Done>>;

/** A zone's day, step by step. */
class ZoneDay {
  readonly book = new HourBook();
  readonly asked: Asked;
  private readonly setup: Setup;
  private readonly draw: () => number;
  private readonly classes: readonly PostClass[];
  private readonly index: Index;
  private readonly tables: Tables;
  private readonly matcher: Matcher;
  private readonly mails: MailLane;
  private works: readonly Works[];
  private pace: Pace;

  constructor(setup: Setup) {
    this.setup = setup;
    this.draw = makeDraws(setup.seed);
    this.classes = postClasses(setup);
    this.asked = new Asked(setup, this.classes, (postClass) => this.promptOf(postClass));
    this.index = new Index(setup);
    this.pace = { postsASecond: setup.postsPerSecond * rateAt(0, setup.burst), environments: 1, batch: 1 };
    this.works = worksAt(setup, this.index, this.pace);
    const seen = (use: TableUse): number => setup.postsPerSecond * meanOf(this.classes, (at) => this.takenOf(at, use));
    this.tables = new Tables(seen);
    this.matcher = new Matcher(setup, this.tables, this.classes.length);
    this.matcher.takes(this.works);
    this.mails = new MailLane(setup);
  }

  private takenOf(at: number, use: TableUse): number {
    const works = this.works[at];
    return works ? takenBy(works, use) : 0;
  }

  run(second: number): void {
    const { postsPerSecond, burst } = this.setup;
    const expected = postsPerSecond * rateAt(second, burst) * step;
    const came = this.classes.map(({ share }) => manyOf(expected * share, this.draw));
    for (const [at, many] of came.entries()) this.matcher.arrive(second, at, many, this.promptOf(at) * step);
    const done = this.matcher.run(second, step);
    const posts = done.prompt.posts + done.overflow.posts;
    const open = (done.prompt.open + done.overflow.open) / Math.max(posts, 1e-9);
    this.asked.note(second + step, came, this.works, this.mails);
    this.book.note(second, this.stepLine(second, came, done), step / 3600);
    this.mails.add(second, this.mails.mailsOf(posts, open));
    this.mails.send(step);
    if ((second / step) % looksEvery === 0) this.lookAnew(posts, done);
  }

  /** How the matcher is doing is how it goes on for a minute. */
  private lookAnew(posts: number, { prompt, overflow }: StepDone): void {
    const environments = Math.max(1, (prompt.ms + overflow.ms) / (step * 1000));
    const waiting = (this.matcher.prompt.waiting + this.matcher.overflow.waiting) / environments;
    this.pace = {
      postsASecond: this.pace.postsASecond * (1 - fresh) + (posts / step) * fresh,
      environments,
      batch: Math.min(batchSize, Math.max(1, waiting)),
    };
    this.works = worksAt(this.setup, this.index, this.pace);
    this.matcher.takes(this.works);
  }

  /** How many of a class are judged at once in a second: the share of its division, as its offers and demands have it. */
  private promptOf(at: number): number {
    const { market, promptListingsAMinute } = this.setup;
    return (shareOf(market, this.classes[at]?.kind ?? 'offer') * promptListingsAMinute) / 60;
  }

  private stepLine(second: number, came: readonly number[], { prompt, overflow }: StepDone): StepLine {
    const { figures, matcherMiB } = this.setup;
    const postsOf = (kind: Kind): number =>
      came.reduce((sum, many, at) => (this.classes[at]?.kind === kind ? sum + many : sum), 0);
    const [offers, demands] = [postsOf('offer'), postsOf('demand')];
    const posts = offers + demands;
    const taken = (use: TableUse): number => this.tables.tookOf(use);
    const judged = prompt.posts + overflow.posts;
    const runs = (prompt.ms + overflow.ms) / (step * 1000);
    const others = posts * (1 + figures.relaysAPost);
    const otherMs = posts * (figures.apiMs + figures.relaysAPost * figures.relayMs);
    return {
      posts,
      judged,
      hottest: this.asked.hottest,
      runs,
      ages: {
        prompt: this.matcher.prompt.ageAt(second + step),
        overflow: this.matcher.overflow.ageAt(second + step),
        mails: this.mails.ageAt(second + step),
      },
      readUnits: tableUses.reduce((sum, use) => (use === 'recordWrites' ? sum : sum + taken(use)), 0),
      writeUnits: taken('recordWrites') + offers * figures.offerWrites + demands * figures.demandWrites,
      lambdaGbSeconds: ((prompt.ms + overflow.ms) * (matcherMiB / 1024) + otherMs / 2) / 1000,
      lambdaRuns: others + judged / this.pace.batch,
    };
  }
}

/** Plays a day. Says how far it is, in seconds of the day, for whoever waits. */
export function simulate(setup: Setup, onHour: (hour: number) => void = () => undefined): Day {
  const zone = new ZoneDay(setup);
  for (let second = 0; second < day; second += step) {
    if (second % 3600 === 0) onHour(second / 3600);
    zone.run(second);
  }
  return { hours: zone.book.all, peaks: zone.asked.peaks.all };
}
