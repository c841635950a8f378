import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Demand, DemandInput } from '../../domain/demand/demand.ts';
import { OrganizationId } from '../../domain/ids.ts';
import { CriterionId, Outcome, VerdictOutcome } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import { Organization, unverifiedParty } from '../../domain/organization/organization.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted, today, validUntil } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';

const page = readFileSync(new URL('../../docs/matching.md', import.meta.url), 'utf8');

const KnownOfParty = Organization.pick({ affiliates: true, clearance: true, heldTags: true }).strict();

const Example = z.strictObject({
  offer: OfferInput,
  demand: DemandInput,
  supplier: KnownOfParty,
  buyer: KnownOfParty,
  expected: z.strictObject({
    outcome: VerdictOutcome,
    score: z.number(),
    criteria: z.record(
      CriterionId,
      z.strictObject({ outcome: Outcome, score: z.number().nullable(), reason: z.string() }),
    ),
    en: z.string(),
  }),
});

const examples = [...page.matchAll(/### \d+\. ([^\n]+)\n.*?```json\n(.+?)```/gs)].map(([, title, json]) => ({
  title,
  example: Example.parse(JSON.parse(json ?? '')),
}));

const lifecycle = { status: 'listed', version: 1, validUntil, createdAt: posted, updatedAt: posted };

test.each(examples)('docs/matching.md: $title', ({ example }) => {
  const { organizationId: supplierId, id: offerId } = anOffer();
  const { organizationId: buyerId, id: demandId } = aDemand();
  const offer = Offer.parse({ ...example.offer, ...lifecycle, id: offerId, organizationId: supplierId });
  const demand = Demand.parse({ ...example.demand, ...lifecycle, id: demandId, organizationId: buyerId });
  const facts = {
    now,
    today,
    supplier: { ...unverifiedParty(OrganizationId.parse(supplierId)), ...example.supplier },
    buyer: { ...unverifiedParty(OrganizationId.parse(buyerId)), kind: 'private' as const, ...example.buyer },
  };
  const verdict = judge(offer, demand, facts, defaultWeights);
  const judged = verdict.criteria.map(({ criterion, outcome, score, reason }) => [
    criterion,
    { outcome, score, reason: reason.code },
  ]);
  expect({ outcome: verdict.outcome, score: verdict.score, criteria: judged }).toEqual({
    outcome: example.expected.outcome,
    score: example.expected.score,
    criteria: Object.entries(example.expected.criteria),
  });
  expect(verdict.criteria.map(({ reason }) => sentence(reason, 'en'))).toContain(example.expected.en);
});

test('docs/matching.md shows each outcome, by at least four examples', () => {
  expect(examples.length).toBe(page.match(/```json/g)?.length);
  expect(examples.length).toBeGreaterThanOrEqual(4);
  expect(new Set(examples.map(({ example }) => example.expected.outcome))).toEqual(new Set(VerdictOutcome.options));
});

test('docs/matching.md gives every criterion with its default weight, and says that it is no legal advice', () => {
  const rows = [...page.matchAll(/^\| *`([a-z-]+)` *\| *(\d+|-) *\|/gm)].map(([, id, weight]) => [id, weight]);
  const weights: Readonly<Record<string, number>> = defaultWeights;
  expect(rows).toEqual(CriterionId.options.map((id) => [id, String(weights[id] ?? '-')]));
  expect(page).toContain('no legal advice');
});
