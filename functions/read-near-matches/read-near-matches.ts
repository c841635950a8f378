import { groupByRemedy, type NearMatchGroup, remedyPhrase } from '../../domain/matching/near-matches.ts';
import { isNear, remedyOf } from '../../domain/matching/remedies.ts';
import { coarse } from '../../domain/preview/coarse.ts';
import { kindOfRoute, listingIdOf } from '../_listings/listing-route.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requireMember } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** Pairs for which a remedy is looked for in one answer; an answer that left some out says so. */
const mostPairs = 500;

/** Remedies told in one answer, those that would mend most pairs first. */
const mostRemedies = 20;

const notice = {
  'zh-CN': '以上为按规则推算的提示，不构成法律意见。',
  en: 'Worked out by the rules of this service; no legal advice.',
};

function shown({ changes, pairs }: NearMatchGroup) {
  const { zh, en } = remedyPhrase(changes);
  return { changes, remedy: { 'zh-CN': zh, en }, pairs: coarse(pairs) };
}

/**
 * What the owner of a listing could do, by itself, for more of the other side's listings to match it: counts by remedy,
 * coarse below five, and nothing that tells one listing of the other side from another.
 */
export const readNearMatches =
  (deps: Omit<Deps, 'logger'>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const organization = requireMember(event);
    const listing = await deps.listings.get(listingIdOf(event));
    if (listing?.organizationId !== organization) throw notFound();
    const judged = await judgeCandidates(deps)(listing, deps.clock());
    const near = judged.filter(({ verdict }) => isNear(verdict));
    const remedies = near.slice(0, mostPairs).flatMap((pair) => {
      const remedy = remedyOf(pair, pair.weights);
      return remedy ? [remedy] : [];
    });
    const groups = groupByRemedy(remedies, kindOfRoute(event) === 'offer' ? 'supplier' : 'buyer');
    return jsonAnswer(200, {
      items: groups.slice(0, mostRemedies).map(shown),
      complete: near.length <= mostPairs && groups.length <= mostRemedies,
      notice,
    });
  };
