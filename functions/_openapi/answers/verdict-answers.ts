import * as z from 'zod';
import { DemandId, OfferId } from '../../../domain/ids.ts';
import { ListingStatus, ListingVersion } from '../../../domain/listing/parts.ts';
import { VerdictOutcome } from '../../../domain/matching/judgement.ts';
import { Change } from '../../../domain/matching/remedies.ts';
import { Organization } from '../../../domain/organization/organization.ts';
import { Instant } from '../../../domain/time.ts';
import { CriterionAnswer, WithheldCriterion } from './criterion-answer.ts';
import { Sentence } from './sentence.ts';

const Party = Organization.pick({ id: true, affiliates: true, clearance: true, heldTags: true }).extend({
  kind: Organization.shape.kind.optional(),
  suspended: z.literal(true).optional(),
});
const stateOf = <T extends z.ZodType>(id: T) => z.strictObject({ id, version: ListingVersion, status: ListingStatus });
const verdict = { at: Instant, outcome: VerdictOutcome, rulebook: z.string(), notice: Sentence };

/** Why a pair does or does not match, as one of its sides may know it. */
export const MemberVerdict = z.strictObject({
  ...verdict,
  offerId: OfferId,
  demandId: DemandId,
  criteria: z.array(z.union([CriterionAnswer, WithheldCriterion])),
});

/** The same as the operator knows it. */
export const OperatorVerdict = z.strictObject({
  ...verdict,
  offer: stateOf(OfferId),
  demand: stateOf(DemandId),
  buyer: Party,
  supplier: Party,
  score: z.int().min(0).max(100),
  criteria: z.array(CriterionAnswer),
  remedy: z.strictObject({ changes: z.array(Change), ...Sentence.shape }).optional(),
});

export const VerdictAnswer = z.union([MemberVerdict, OperatorVerdict]);
