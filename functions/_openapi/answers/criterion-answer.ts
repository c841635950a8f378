import * as z from 'zod';
import { JudgedCriterion } from '../../../domain/matching/judgement.ts';
import { Change } from '../../../domain/matching/remedies.ts';
import { Count, Sentence } from './sentence.ts';

const RuleSource = z.strictObject({
  rule: z.string(),
  ...Sentence.shape,
  verification: z.enum(['verified', 'general-knowledge']),
  urls: z.array(z.string()),
});

/** What one criterion says of a pair, why, and where its rules stand written. */
export const CriterionAnswer = JudgedCriterion.extend({ sources: z.array(RuleSource), sentence: Sentence });

/** A criterion of which no more is told than what it says. */
export const WithheldCriterion = z.strictObject({
  ...JudgedCriterion.pick({ criterion: true, outcome: true }).shape,
  sentence: Sentence,
});

/** What would make more match, and how many. */
export const RemedyAnswer = z.strictObject({ changes: z.array(Change), remedy: Sentence, pairs: Count });
