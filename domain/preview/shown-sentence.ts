import type { JudgedCriterion } from '../matching/judgement.ts';
import { sentence } from '../matching/reasons.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';

/** A sentence as the API gives it: by the tag of its language. */
export type ShownSentence = { readonly 'zh-CN': string; readonly en: string };

export const shownSentence = ({ zh, en }: Bilingual): ShownSentence => ({ 'zh-CN': zh, en });

/** A criterion as both sides of a match read it: what was judged, with the sentence of its reason. */
export const shownCriterion = (criterion: JudgedCriterion) => ({
  ...criterion,
  sentence: shownSentence({ zh: sentence(criterion.reason, 'zh-CN'), en: sentence(criterion.reason, 'en') }),
});
