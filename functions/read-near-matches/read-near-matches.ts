import { mostSearched } from '../../domain/match/near.ts';
import { isShown } from '../../domain/match/review.ts';
import { groupByRemedy } from '../../domain/matching/near-matches.ts';
import { previewLimits } from '../../domain/preview/limits.ts';
import { shownRemedy } from '../../domain/preview/near-matches.ts';
import { kindOfRoute, listingIdOf } from '../_listings/listing-route.ts';
import { memberOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

const notice = {
  'zh-CN': '以上为按规则推算的提示，不构成法律意见。',
  en: 'Worked out by the rules of this service; no legal advice.',
};

/**
 * What the owner of a listing could do, by itself, for more of the other side's listings to match it: counts by remedy,
 * coarse below five, and nothing that tells one listing of the other side from another. They are those on record since the
 * listing was judged last.
 */
export const readNearMatches =
  (deps: Omit<Deps, 'logger'>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const listing = await deps.listings.get(memberOf(event), listingIdOf(event));
    if (!listing) throw notFound();
    const records = await deps.matches.recordsOf(deps.count, listing.id);
    const near = records.filter((match) => match.status === 'open' && !isShown(match));
    const groups = groupByRemedy(near, kindOfRoute(event) === 'offer' ? 'supplier' : 'buyer');
    return jsonAnswer(200, {
      items: groups.slice(0, previewLimits.remedies).map(({ changes, pairs }) => shownRemedy(changes, pairs.length)),
      complete: groups.length <= previewLimits.remedies && near.length < mostSearched,
      notice,
    });
  };
