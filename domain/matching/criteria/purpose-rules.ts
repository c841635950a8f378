import type { Bilingual } from '../../vocabulary/bilingual.ts';
import { isPurpose, withImplied } from '../../vocabulary/compliance-tags.ts';
import type { DeliveryMode } from '../../vocabulary/delivery-modes.ts';
import type { PurposeDataKind, PurposeRule } from '../../vocabulary/purpose-rules.ts';
import { purposeKindsOf, saysSubject } from '../data-kinds.ts';
import { commonModes, type Evidence, evidenceFor, lackOf, lacksNothing, withDelivery } from '../evidence.ts';
import { rulesFor } from '../facts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

type Question = {
  readonly rules: readonly PurposeRule[];
  readonly offer: JudgedOffer;
  readonly purposes: ReadonlySet<string>;
  readonly evidence: Evidence;
};

function isInState({ state }: PurposeRule, { offer, evidence: { carried } }: Question): boolean {
  switch (state) {
    case 'any':
      return true;
    case 'important':
      return offer.securityClass === 'important';
    case 'anonymized':
      return carried.has('anonymized');
    case 'not-anonymized':
      return !carried.has('anonymized');
    case 'deidentified':
      return carried.has('deidentified') && !carried.has('anonymized');
    case 'raw':
      return !carried.has('deidentified') && !carried.has('anonymized');
  }
}

const isAbout = (rule: PurposeRule, kind: PurposeDataKind): boolean =>
  rule.dataKind === 'any' || rule.dataKind === kind || (rule.dataKind === 'personal' && kind === 'sensitive-personal');

/** The rows that decide for a kind. Of two for one case, the one about a foreign recipient counts for such a one. */
function rowsFor(kind: PurposeDataKind, question: Question): readonly PurposeRule[] {
  const rows = question.rules.filter(
    (rule) =>
      rule.outcome !== 'adds' &&
      isAbout(rule, kind) &&
      rule.purposes.some((purpose) => question.purposes.has(purpose)) &&
      isInState(rule, question) &&
      (rule.buyer !== 'foreign' || question.evidence.buyer.has('actor-foreign-controlled')),
  );
  return rows.some((rule) => rule.buyer === 'foreign') ? rows.filter((rule) => rule.buyer !== 'domestic') : rows;
}

const additions = ({ purposes, rules }: Question): readonly PurposeRule[] =>
  rules.filter((rule) => rule.outcome === 'adds' && rule.purposes.some((purpose) => purposes.has(purpose)));

/** The places where rows stand, once each. */
function basisOf(rows: readonly PurposeRule[]): { basisZh: string; basisEn: string } {
  const each = (pick: (citation: Bilingual) => string): string[] => [...new Set(rows.map((row) => pick(row.citation)))];
  return { basisZh: each(({ zh }) => zh).join('；'), basisEn: each(({ en }) => en).join('; ') };
}

/** A row that is not understood decides nothing but that a person must; what the others forbid stays forbidden. */
function judgeRows(rows: readonly PurposeRule[], purpose: string, evidence: Evidence, mode?: DeliveryMode): Judgement {
  const given = withDelivery(evidence.given, mode);
  const rules = rows.map(({ id }) => id);
  const score = null;
  const understood = rows.filter((row) => row.unknown.length === 0);
  const basis = basisOf(understood);
  const prohibiting = understood.filter((row) => row.outcome === 'prohibited');
  if (prohibiting.length > 0) {
    const why = reason('purpose-rule-prohibits', { purpose, ...basisOf(prohibiting) });
    return { outcome: 'fail', score, reason: why, rules };
  }
  const forbidden = understood.flatMap((row) => row.forbid).filter((tag) => given.has(tag) || evidence.buyer.has(tag));
  if (forbidden.length > 0) {
    const why = reason('purpose-rule-forbids', { purpose, forbidden: [...new Set(forbidden)], ...basis });
    return { outcome: 'fail', score, reason: why, rules };
  }
  const lack = lackOf(understood, given);
  const facts = { purpose, ...lack, ...basis };
  const isAsked = understood.some((row) => row.outcome === 'manual-review');
  if (!isAsked && !lacksNothing(lack)) {
    return { outcome: 'fail', score, reason: reason('purpose-rule-lacks', facts), rules, ...lack };
  }
  const odd = rows.filter((row) => row.unknown.length > 0);
  if (odd.length > 0) {
    const unknown = [...new Set(odd.flatMap((row) => row.unknown))];
    const why = reason('rule-not-understood', { rules: odd.map(({ id }) => id), unknown });
    return { outcome: 'review', score, reason: why, rules };
  }
  if (isAsked) return { outcome: 'review', score, reason: reason('purpose-rule-asks', facts), rules, ...lack };
  return { outcome: 'pass', score, reason: reason('purpose-rule-met', { purpose, ...basis }), rules };
}

const strictness = { pass: 0, review: 1, fail: 2 };

/** How much would have to be brought. What is forbidden, no evidence mends: that is worse than any number of tags. */
function lackingIn({ outcome, missing = [], choices = [] }: Judgement): number {
  const lacking = missing.length + choices.length;
  return outcome === 'fail' && lacking === 0 ? Number.MAX_SAFE_INTEGER : lacking;
}

/** The way of delivery counts that the rules are mildest with: data that must not leave may still be computed on. */
function mildest(judgements: readonly Judgement[]): Judgement {
  const [best] = judgements.toSorted(
    (one, other) => strictness[one.outcome] - strictness[other.outcome] || lackingIn(one) - lackingIn(other),
  );
  if (best === undefined) throw new RangeError('nothing was judged');
  return best;
}

function judgeModes(
  rows: readonly PurposeRule[],
  offer: JudgedOffer,
  demand: JudgedDemand,
  evidence: Evidence,
): Judgement {
  const modes: readonly (DeliveryMode | undefined)[] = commonModes(offer, demand);
  const tried = modes.length > 0 ? modes : [undefined];
  return mildest(tried.map((mode) => judgeRows(rows, demand.purpose, evidence, mode)));
}

/**
 * What the purpose rules ask of data of these kinds and in this state: every row that fits is collected, the strictest
 * outcome and the union of what they ask count. A kind that no row is about waits for a person.
 */
export const purposeRulesMet: Criterion = {
  id: 'purpose-rules',
  judge: (offer, demand, facts) => {
    const review = (why: Judgement['reason']): Judgement => ({ outcome: 'review', score: null, reason: why });
    if (!isPurpose(demand.purpose)) return review(reason('term-unknown', { terms: [demand.purpose] }));
    const evidence = evidenceFor(offer, demand, facts);
    const { rows: rules } = rulesFor(facts).purposeRules;
    const question = { rules, offer, purposes: withImplied([demand.purpose]), evidence };
    const kinds = purposeKindsOf(offer, evidence.carried);
    const found = kinds.map((kind) => ({ kind, rows: rowsFor(kind, question) }));
    const rows = [...new Set([...found.flatMap((one) => one.rows), ...additions(question)])];
    const judged = judgeModes(rows, offer, demand, evidence);
    if (judged.outcome === 'fail') return judged;
    if (!saysSubject(evidence.carried)) return review(reason('subject-not-stated', {}));
    const unruled = found.filter((one) => one.rows.length === 0).map((one) => one.kind);
    if (unruled.length > 0) return review(reason('purpose-rule-none', { purpose: demand.purpose, kinds: unruled }));
    return judged;
  },
};
