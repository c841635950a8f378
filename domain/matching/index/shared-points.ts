import type { OfferForm } from '../compiled/offer-form.ts';
import { hasBit } from '../compiled/tag-bits.ts';
import { scoreOfPreferred } from '../criteria/carried-tags.ts';
import { coverage } from '../criteria/coverage.ts';
import { fields } from '../criteria/fields.ts';
import type { Judgement } from '../judgement.ts';
import { pointsOf } from '../points.ts';
import type { DemandRows } from './demand-rows.ts';

/** What stands for a criterion that fails. */
export const failed = -1;

/** The points that a judgement gives, or that it fails. */
export const pointsIn = ({ outcome, score }: Judgement): number => (outcome === 'fail' ? failed : pointsOf(score ?? 0));

/** A list of points, and for which offer each was worked out. */
const memoOf = (length: number) => ({ asked: new Uint32Array(length), points: new Int16Array(length) });
type Memo = ReturnType<typeof memoOf>;

/** The points of one offer for what many demands share, worked out once each. */
export class SharedPoints {
  private readonly rows: DemandRows;
  private readonly preferred: Memo;
  private readonly fields: Memo;
  private readonly coverage: Memo;
  private asked = 0;
  private offer: OfferForm | undefined;

  constructor(rows: DemandRows) {
    this.rows = rows;
    this.preferred = memoOf(rows.preferred.values.length);
    this.fields = memoOf(rows.wishes.values.length);
    this.coverage = memoOf(rows.wishes.values.length);
  }

  /** From now on this offer is asked about. */
  begin(offer: OfferForm): void {
    this.offer = offer;
    this.asked += 1;
  }

  private recall({ asked, points }: Memo, number: number, work: (offer: OfferForm) => number): number {
    if (asked[number] !== this.asked && this.offer) {
      asked[number] = this.asked;
      points[number] = work(this.offer);
    }
    return points[number] ?? failed;
  }

  /** For a list of preferred tags. */
  ofPreferred(list: number): number {
    if (this.preferred.asked[list] === this.asked) return this.preferred.points[list] ?? failed;
    return this.recall(this.preferred, list, ({ own }) => {
      const tags = this.rows.preferred.values[list]?.numbers ?? [];
      const absent = tags.filter((tag) => tag < 0 || !hasBit(own, tag)).length;
      return pointsOf(scoreOfPreferred(absent, tags.length));
    });
  }

  /** For the columns of a wish. */
  ofFields(wish: number): number {
    return this.recall(this.fields, wish, ({ judged }) => {
      const asked = this.rows.wishes.values[wish];
      return asked ? pointsIn(fields.judge(judged, asked)) : failed;
    });
  }

  /** For the coverage of a wish. */
  ofCoverage(wish: number): number {
    return this.recall(this.coverage, wish, ({ judged }) => {
      const asked = this.rows.wishes.values[wish];
      return asked ? pointsIn(coverage.judge(judged, asked)) : failed;
    });
  }
}
