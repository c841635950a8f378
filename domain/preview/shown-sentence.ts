import type { JudgedCriterion } from '../matching/judgement.ts';
import { sentence } from '../matching/reasons.ts';
import { sourceOf } from '../matching/rule-sources.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';

/** A sentence as the API gives it: by the tag of its language. */
export type ShownSentence = { readonly 'zh-CN': string; readonly en: string };

export const shownSentence = ({ zh, en }: Bilingual): ShownSentence => ({ 'zh-CN': zh, en });

function shownSource(rule: string) {
  const { citation, verification, urls } = sourceOf(rule);
  return { rule, ...shownSentence(citation), verification, urls };
}

/** A criterion as both sides of a match read it: what was judged, the sentence of its reason, and where its rules stand. */
export const shownCriterion = (criterion: JudgedCriterion) => ({
  ...criterion,
  sources: criterion.rules.map(shownSource),
  sentence: shownSentence({ zh: sentence(criterion.reason, 'zh-CN'), en: sentence(criterion.reason, 'en') }),
});
