import type { Access } from '../../domain/access/access.ts';
import { type Asker, explainedCriteria } from '../../domain/explanation/explanation.ts';
import type { Match } from '../../domain/match/match.ts';
import { judge } from '../../domain/matching/match.ts';
import { remedyPhrase } from '../../domain/matching/near-matches.ts';
import { type Pairing, remedyOf } from '../../domain/matching/remedies.ts';
import { type WeightsEdition, weightsOn } from '../../domain/matching/weights.ts';
import { shownSentence } from '../../domain/preview/shown-sentence.ts';
import type { Instant } from '../../domain/time.ts';
import { MemberPairQuery, OperatorPairQuery } from '../_requests/pair-query.ts';
import { isOperator, memberOf, operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { matchIdOf } from '../_runtime/ids.ts';
import { notFound, Problem } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';
import { readPairAt } from './recorded-pair.ts';

const notice = {
  'zh-CN': '以上为按规则得出的说明，不构成法律意见。',
  en: 'Worked out by the rules of this service; no legal advice.',
};

const stateOf = ({ id, version, status }: Pairing['offer'] | Pairing['demand']) => ({ id, version, status });

/** What came of the pair as it stood then, by the rules and weights in effect then. */
function judgePair(pair: Pairing, { version, weights }: WeightsEdition) {
  const { rulebook, ...verdict } = judge(pair.offer, pair.demand, pair.facts, weights);
  return { ...verdict, rulebook: `${rulebook} weights@${version}` };
}

/** Why a pair does or does not match: which gate, which fact, which rule and which issue of the tables. */
export const explainPair = (deps: Omit<Deps, 'logger'>) => {
  const readPair = readPairAt(deps);

  function assertPast(at: Instant, now: Instant): void {
    if (at <= now) return;
    const detail = { zh: 'at 不能晚于现在。', en: 'at must not lie in the future.' };
    throw new Problem('invalid-parameter', detail, [{ pointer: '/at', code: 'in-the-future', detail }]);
  }

  async function record(access: Access, { offer, demand }: Pairing, at: Instant): Promise<void> {
    const matchId = matchIdOf(offer.id, demand.id);
    await deps.audit.record(
      access,
      [offer, demand].map(({ id: subject, version }) => ({ subject, version, at, act: 'verdict-read', matchId })),
    );
  }

  async function forOperator(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const {
      offer: offerId,
      demand: demandId,
      at: asked,
    } = readParameters(event.queryStringParameters, OperatorPairQuery);
    const now = deps.clock();
    const at = asked ?? now;
    assertPast(at, now);
    const pair = await readPair(offerId, demandId, at);
    if (!pair) throw notFound();
    const edition = weightsOn(deps.weights, pair.facts.today);
    const verdict = judgePair(pair, edition);
    const remedy = remedyOf(pair, edition.weights);
    await record(access, pair, now);
    return jsonAnswer(200, {
      at,
      offer: stateOf(pair.offer),
      demand: stateOf(pair.demand),
      buyer: pair.facts.buyer,
      supplier: pair.facts.supplier,
      ...verdict,
      criteria: explainedCriteria(verdict, { as: 'operator' }),
      ...(remedy && { remedy: { changes: remedy, ...shownSentence(remedyPhrase(remedy)) } }),
      notice,
    });
  }

  /**
   * The side that a member has in a pair that it was told of. Anything else does not exist for it; so does a pair of which
   * both listings have changed since, as whoever tries one text after another would feel what the other side says now.
   */
  function askerOf(match: Match | undefined, organization: string, { offer, demand }: Pairing): Asker | undefined {
    const shown = match?.shown;
    if (!shown) return undefined;
    const [isOffer, isDemand] = [offer.version === shown.offerVersion, demand.version === shown.demandVersion];
    if (!isOffer && !isDemand) return undefined;
    if (match.buyerId === organization) return { as: 'buyer', isOtherUnchanged: isOffer && offer.status === 'listed' };
    if (match.supplierId !== organization) return undefined;
    return { as: 'supplier', isOtherUnchanged: isDemand && demand.status === 'listed' };
  }

  async function forMember(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const { offer: offerId, demand: demandId } = readParameters(event.queryStringParameters, MemberPairQuery);
    const match = await deps.matches.get(deps.judge, matchIdOf(offerId, demandId));
    const pair = await readPair(offerId, demandId, deps.clock());
    const asker = pair && askerOf(match, access.organization, pair);
    if (!pair || !asker) throw notFound();
    await record(access, pair, pair.facts.now);
    const verdict = judgePair(pair, weightsOn(deps.weights, pair.facts.today));
    return jsonAnswer(200, {
      at: pair.facts.now,
      offerId,
      demandId,
      outcome: verdict.outcome,
      rulebook: verdict.rulebook,
      criteria: explainedCriteria(verdict, asker),
      notice,
    });
  }

  return (event: HttpEvent): Promise<HttpAnswer> => (isOperator(event) ? forOperator(event) : forMember(event));
};
