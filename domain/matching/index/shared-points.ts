import type { OfferForm } from '../compiled/offer-form.ts';
import { full } from '../compiled/standing.ts';
import { scoreOfPreferred } from '../criteria/carried-tags.ts';
import { coverage } from '../criteria/coverage.ts';
import { scoreOfFields, unstatedFields } from '../criteria/fields.ts';
import type { Judgement } from '../judgement.ts';
import { pointsOf } from '../points.ts';
import type { DemandIndex } from './demand-index.ts';

/** What stands for a criterion that fails. */
export const failed = -1;

/** The points that a judgement gives, or that it fails. */
export const pointsIn = ({ outcome, score }: Judgement): number => (outcome === 'fail' ? failed : pointsOf(score ?? 0));

/** A list of points, and for which offer each was worked out. */
const memoOf = (length: number) => ({ asked: new Uint32Array(length), points: new Int16Array(length) });
type Memo = ReturnType<typeof memoOf>;

/** The points of one offer for what many demands share, worked out once each. */
export class SharedPoints {
  private readonly index: DemandIndex;
  private readonly preferred: Memo;
  private readonly fields: Memo;
  private readonly coverage: Memo;
  private asked = 0;
  private offer: OfferForm | undefined;

  constructor(index: DemandIndex) {
    this.index = index;
    this.preferred = memoOf(index.preferred.length);
    this.fields = memoOf(index.wishes.length);
    this.coverage = memoOf(index.wishes.length);
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
      const { preferred } = this.index;
      return pointsOf(scoreOfPreferred(preferred.absentFrom(own, list), preferred.lengthOf(list)));
    });
  }

  /** For the columns of a wish. */
  ofFields(wish: number): number {
    return this.recall(this.fields, wish, (offer) => {
      const expected = this.index.wishes[wish]?.expected ?? [];
      if (expected.length === 0) return full;
      if (offer.judged.fields.length === 0) return pointsOf(unstatedFields);
      const missing = expected.filter(({ names }) => !names.some((name) => offer.fieldNames.has(name)));
      if (missing.some(({ required }) => required)) return failed;
      return pointsOf(scoreOfFields(missing.length, expected.length));
    });
  }

  /** For the coverage of a wish. */
  ofCoverage(wish: number): number {
    return this.recall(this.coverage, wish, ({ judged }) => {
      const asked = this.index.wishes[wish];
      return asked ? pointsIn(coverage.judge(judged, asked)) : failed;
    });
  }
}
