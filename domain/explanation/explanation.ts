import type { JudgedCriterion, Verdict } from '../matching/judgement.ts';
import { type ShownSentence, shownCriterion } from '../preview/shown-sentence.ts';

/**
 * Who asks why a pair does or does not match: the operator, or one of the two sides. `isOtherUnchanged`: the other side's
 * listing is listed in the version that this side was told of.
 */
export type Asker =
  | { readonly as: 'operator' }
  | { readonly as: 'buyer' | 'supplier'; readonly isOtherUnchanged: boolean };

/** A criterion of which no more may be told than what it says. */
type Withheld = Pick<JudgedCriterion, 'criterion' | 'outcome'> & { readonly sentence: ShownSentence };

export type ExplainedCriterion = ReturnType<typeof shownCriterion> | Withheld;

const changedSince: ShownSentence = {
  'zh-CN': '对方的条目此后已变更或不再开放，其现有内容不向您显示。',
  en: 'The other side has changed its listing since, or it is open no more; what it says now is not shown to you.',
};

const aboutTheBuyer: ShownSentence = {
  'zh-CN': '这一项取决于需方的情况，不向供方显示。',
  en: 'This rests on facts about the buyer, which are not shown to a supplier.',
};

/** What a supplier could learn of a buyer from: what it holds, its clearance, and what it is. */
function tellsOfBuyer({ criterion, outcome, reason }: JudgedCriterion): boolean {
  if (outcome === 'pass') return false;
  if (criterion === 'security-level') return reason.code === 'level-above-clearance';
  return ['due-diligence', 'recipient-tags', 'purpose-rules', 'jurisdiction'].includes(criterion);
}

const withheld = ({ criterion, outcome }: JudgedCriterion, sentence: ShownSentence): Withheld => ({
  criterion,
  outcome,
  sentence,
});

function explain(judged: JudgedCriterion, asker: Asker): ExplainedCriterion {
  if (asker.as === 'operator') return shownCriterion(judged);
  if (!asker.isOtherUnchanged) return withheld(judged, changedSince);
  return asker.as === 'supplier' && tellsOfBuyer(judged) ? withheld(judged, aboutTheBuyer) : shownCriterion(judged);
}

/**
 * Every criterion of a verdict as far as the asker may read it. A side learns of a listing that has changed since it was
 * told of it which gates say what, and nothing of what the listing says; whether it is still open it may know.
 */
export function explainedCriteria({ criteria }: Verdict, asker: Asker): readonly ExplainedCriterion[] {
  return criteria.map((judged) => (judged.criterion === 'in-force' ? shownCriterion(judged) : explain(judged, asker)));
}
