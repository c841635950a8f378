import type { HourLine } from './hours.ts';
import type { MailLane } from './mail-lane.ts';
import { meanOf, type PostClass } from './post-classes.ts';
import { Peaks } from './resources.ts';
import type { Setup } from './setup.ts';
import { type Coming, type Heat, heatOf, hottestOf, usesOf } from './uses.ts';
import type { Works } from './work.ts';

/** For so many seconds together it is looked at what is asked for: what comes by chance at one moment waits for a moment. */
const together = 300;

const openOf = (works: Works | undefined): number => (works?.whole.open ?? 0) + (works?.rest?.open ?? 0);

/** What is asked for of everything, were all that comes judged as it comes; and when that was more than there is. */
export class Asked {
  readonly peaks = new Peaks();
  private readonly setup: Setup;
  private readonly classes: readonly PostClass[];
  private readonly promptOf: (postClass: number) => number;
  private came: readonly number[];
  private heat: Heat = { reads: [], writes: [] };

  constructor(setup: Setup, classes: readonly PostClass[], promptOf: (postClass: number) => number) {
    this.setup = setup;
    this.classes = classes;
    this.promptOf = promptOf;
    this.came = classes.map(() => 0);
  }

  get hottest(): HourLine['hottest'] {
    return hottestOf(this.setup, this.classes, this.heat);
  }

  /** Posts by their class that have come until this second, and what judging one takes now. */
  note(until: number, came: readonly number[], works: readonly Works[], mails: MailLane): void {
    this.came = this.came.map((many, at) => many + (came[at] ?? 0));
    if (until % together !== 0) return;
    this.look(until - together, works, mails);
    this.came = came.map(() => 0);
  }

  private look(since: number, works: readonly Works[], lane: MailLane): void {
    const coming: readonly Coming[] = this.came.map((many, at) => ({
      many: many / together,
      prompt: this.promptOf(at),
    }));
    const posts = coming.reduce((sum, { many }) => sum + many, 0);
    const open = meanOf(this.classes, (at) => openOf(works[at]));
    const mails = lane.mailsOf(posts * together, open) / together;
    this.heat = heatOf(this.setup, this.classes, works, coming);
    this.peaks.note(since, posts, usesOf(this.setup, works, coming, this.heat, mails));
  }
}
