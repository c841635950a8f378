import * as z from 'zod';
import { Demand, DemandInput } from '../../domain/demand/demand.ts';
import { DemandId, MatchId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import { Organization, OrganizationInput, OrganizationProfileInput } from '../../domain/organization/organization.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import { ConfirmationForm } from '../_requests/contact-confirmation.ts';
import { DeletionRequest } from '../_requests/deletion-request.ts';
import { PreferencesForm, UnsubscribeForm } from '../_requests/mail-preferences.ts';
import { ParkedDeletion, PutBackRequest } from '../_requests/parked-messages.ts';
import { ReplayRequest } from '../_requests/replay-request.ts';
import { ReviewDecision } from '../_requests/review-decision.ts';
import { SuspensionNote } from '../_requests/suspension-note.ts';
import { CriterionAnswer, RemedyAnswer, WithheldCriterion } from './answers/criterion-answer.ts';
import { InvitationsAnswer } from './answers/invitation-answers.ts';
import {
  DemandPage,
  DemandPosted,
  DemandPreview,
  NearMatchesAnswer,
  OfferPage,
  OfferPreview,
  SuspensionAnswer,
} from './answers/listing-answers.ts';
import { BounceAnswer, StopPage } from './answers/mail-answers.ts';
import {
  DecisionAnswer,
  MatchAnswer,
  MatchPage,
  ReviewAnswer,
  ReviewPage,
  WholeReview,
} from './answers/match-answers.ts';
import {
  DeletionAnswer,
  ExportPage,
  ParkedMessages,
  ProofKeys,
  PutBackAnswer,
  ReplayAnswer,
} from './answers/operation-answers.ts';
import { GatewayAnswer, ProblemAnswer } from './answers/problem-answers.ts';
import { Count, Sentence } from './answers/sentence.ts';
import { AuditPage, HealthAnswer, OpenApiAnswer, VocabularyAnswer } from './answers/service-answers.ts';
import { FiguresPage, UnmetDemandPage } from './answers/statistics-answers.ts';
import { MemberVerdict, OperatorVerdict, VerdictAnswer } from './answers/verdict-answers.ts';
import { describeFields } from './field-descriptions.ts';

/** What stands in bodies and answers alike, and has one spelling on the wire. */
const terms = { Instant, CalendarDay, OfferId, DemandId, MatchId, OrganizationId };

/** Every body that a request may have: the very schemas that read it. */
const bodies = {
  OfferInput,
  DemandInput,
  OrganizationInput,
  OrganizationProfileInput,
  ReviewDecision,
  SuspensionNote,
  PutBackRequest,
  ParkedDeletion,
  ReplayRequest,
  DeletionRequest,
  ConfirmationForm,
  UnsubscribeForm,
  PreferencesForm,
};
export type BodyName = keyof typeof bodies;

/** Every body that an answer may have. */
const answers = {
  Offer,
  OfferPage,
  OfferPreview,
  Demand,
  DemandPage,
  DemandPosted,
  DemandPreview,
  SuspensionAnswer,
  NearMatchesAnswer,
  MatchAnswer,
  MatchPage,
  ReviewAnswer,
  ReviewPage,
  WholeReview,
  DecisionAnswer,
  VerdictAnswer,
  Organization,
  InvitationsAnswer,
  StopPage,
  BounceAnswer,
  AuditPage,
  FiguresPage,
  UnmetDemandPage,
  ParkedMessages,
  PutBackAnswer,
  ReplayAnswer,
  ExportPage,
  DeletionAnswer,
  ProofKeys,
  VocabularyAnswer,
  HealthAnswer,
  OpenApiAnswer,
  ProblemAnswer,
  GatewayAnswer,
};
export type AnswerName = keyof typeof answers;

/** What several of these have in common. */
const parts = { CriterionAnswer, WithheldCriterion, RemedyAnswer, MemberVerdict, OperatorVerdict, Sentence, Count };

export type ComponentName = BodyName | AnswerName | keyof typeof terms | keyof typeof parts;

export const refTo = (name: ComponentName) => ({ $ref: `#/components/schemas/${name}` });

type JsonSchema = z.core.JSONSchema.BaseSchema;

function schemasOf(io: 'input' | 'output', named: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...terms, ...named })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return schemas;
}

/** JSON Schema 2020-12, as OpenAPI 3.1 has it; in a document it has neither an address nor a dialect of its own. */
function componentOf({ $id: _id, $schema: _schema, ...schema }: JsonSchema): JsonSchema {
  return describeFields(schema);
}

/** Every schema of the document by its name: bodies as they may be written, answers as they are given. */
export function makeComponentSchemas(): Readonly<Record<string, JsonSchema>> {
  const made = { ...schemasOf('input', bodies), ...schemasOf('output', { ...parts, ...answers }) };
  return Object.fromEntries(Object.entries(made).map(([name, schema]) => [name, componentOf(schema)]));
}
