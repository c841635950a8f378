import { MatchId } from '../../domain/ids.ts';
import type { CriterionId, JudgedCriterion } from '../../domain/matching/judgement.ts';
import { type Reason, reason } from '../../domain/matching/reasons.ts';
import type { FoundMatch, OfferShown } from '../../functions/_mail/match-mail-input.ts';
import { now } from '../builders/moment.ts';

const judged = (criterion: CriterionId, score: number | null, why: Reason): JudgedCriterion => ({
  criterion,
  outcome: 'pass',
  score,
  weight: score === null ? 0 : 10,
  reason: why,
  rules: [],
  missing: [],
  choices: [],
});

const basis = { basisZh: '《数据安全法》第三十三条', basisEn: 'Data Security Law, Art 33' };

/** What the matcher may say of an offer that fits a demand of domain 66. */
function fittingCriteria(offer: OfferShown): readonly JudgedCriterion[] {
  const graded = { securityClass: offer.securityClass, level: offer.securityLevel, ...basis };
  return [
    judged('in-force', null, reason('both-in-force', {})),
    judged('different-party', null, reason('parties-differ', {})),
    offer.domain === '66'
      ? judged('domain', 100, reason('domain-same', { domain: '66' }))
      : judged(
          'domain',
          40,
          reason('domain-linked', { offered: offer.domain, demanded: '66', area: 'dex-financial-services' }),
        ),
    judged('security-class', null, reason(offer.securityLevel < 4 ? 'class-tradable' : 'class-needs-approval', graded)),
    judged('security-level', 100, reason('level-within', { level: offer.securityLevel })),
    judged('carried-tags', 60, reason('preferred-tags-absent', { absent: ['data-property-registration'] })),
    offer.recipientTags.length === 0
      ? judged('recipient-tags', 100, reason('no-recipient-tags-asked', {}))
      : judged('recipient-tags', 100, reason('recipient-tags-held', { asked: [...offer.recipientTags] })),
    judged('purpose', 100, reason('purpose-permitted', { purpose: 'purpose-ai-training' })),
    judged('jurisdiction', null, reason('jurisdiction-same', { place: 'CN' })),
    judged('delivery-mode', 80, reason('delivery-modes-common', { common: [...offer.deliveryModes] })),
  ];
}

const plainOffer: OfferShown = {
  title: '京津冀小微企业经营活力指数（月度）',
  domain: '66',
  securityClass: 'general',
  securityLevel: 3,
  deliveryModes: ['api', 'sandbox'],
  recipientTags: ['mlps-3'],
  carriedTags: [],
  jurisdiction: 'CN',
};

/** A match of an offer, the `number`th of its mail. */
export function foundMatch(number: number, offer: Partial<OfferShown> = {}, score = 92): FoundMatch {
  const shown = { ...plainOffer, ...offer };
  return {
    matchId: MatchId.parse(`match-${String(number).padStart(32, '0')}`),
    score,
    offer: shown,
    usedIn: 'CN',
    criteria: fittingCriteria(shown),
    foundAt: now,
    isCleared: false,
  };
}
