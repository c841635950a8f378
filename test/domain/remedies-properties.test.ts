import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import {
  applyChange,
  type Change,
  isNear,
  mostChanges,
  type Pairing,
  remedyOf,
} from '../../domain/matching/remedies.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { missingTags, tagConflicts } from '../../domain/vocabulary/tag-consistency.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aSupplier, someFacts } from '../builders/party.ts';
import './arbitraries.ts';

const weights = defaultWeights;
const outcomeOf = ({ offer, demand, facts }: Pairing) => judge(offer, demand, facts, weights).outcome;
const after = (pairing: Pairing, changes: readonly Change[]): Pairing => changes.reduce(applyChange, pairing);
const tagsOf = ({ offer }: Pairing) => offer.complianceTags.map((one) => (typeof one === 'string' ? one : one.tag));
const isPostable = (pairing: Pairing) =>
  missingTags(tagsOf(pairing)).length === 0 && tagConflicts(tagsOf(pairing)).length === 0;

const evidence = complianceTags.filter(({ kind }) =>
  ['evidence', 'right', 'mechanism', 'licence', 'certification'].includes(kind),
);
const universe: readonly Change[] = [
  ...evidence
    .filter(({ id }) => id !== 'kyc-verified')
    .map(({ id }) => ({ side: 'supplier', kind: 'carry', tag: id }) as const),
  ...['deidentified', 'reid-level-3', 'reid-level-4', 'anonymized', 'raw-not-leaving-domain'].map(
    (tag) => ({ side: 'supplier', kind: 'carry', tag }) as const,
  ),
  ...complianceTags
    .filter(({ kind }) => kind === 'certification' || kind === 'licence')
    .map(({ id }) => ({ side: 'buyer', kind: 'hold', tag: id }) as const),
  ...(['buyer', 'supplier'] as const).map((side) => ({ side, kind: 'hold', tag: 'kyc-verified' }) as const),
  ...[1, 2, 3, 4].map((level) => ({ side: 'supplier', kind: 'lower-level', level }) as const),
];

const few = (...tags: string[]) => fc.subarray(tags);
const anyTags = fc
  .tuple(
    fc.constantFrom(['non-pi'], ['pi'], ['spi'], ['anonymized', 'anonymization-assessment'], []),
    few('takedown-commitment', 'right-operate', 'pipia', 'contract-art12', 'no-reidentification', 'consent-provision'),
    fc.constantFrom(
      [],
      ['deidentified', 'reid-assessment-report'],
      ['topic-geospatial'],
      ['origin-public'],
      ['topic-health'],
    ),
  )
  .map((groups) => groups.flat());
const anyNearPair: fc.Arbitrary<Pairing> = fc
  .record({
    tags: anyTags,
    level: fc.constantFrom(2, 3, 4),
    max: fc.constantFrom(3, 4),
    required: fc.constantFrom<string[]>([], ['deidentified'], ['quality-report'], ['reid-level-3']),
    recipient: fc.constantFrom<string[]>([], ['mlps-3'], ['iso-27001', 'iso-27701']),
    purpose: fc.constantFrom('purpose-ai-training', 'purpose-public-service', 'purpose-genai-training'),
    verified: fc.boolean(),
    to: fc.constantFrom('CN', 'HK'),
    source: fc.boolean(),
  })
  .map(({ tags, level, max, required, recipient, purpose, verified, to, source }) => {
    const { source: statement, ...offer } = anOffer({
      complianceTags: tags,
      securityLevel: level,
      recipientTags: recipient,
      permittedPurposes: [purpose],
      deliveryModes: ['sandbox'],
    });
    return {
      offer: source && statement ? { ...offer, source: statement } : offer,
      demand: aDemand({
        maxSecurityLevel: max,
        requiredTags: required,
        purpose,
        jurisdiction: to,
        deliveryModes: ['sandbox'],
      }),
      facts: someFacts({ supplier: aSupplier(verified ? {} : { heldTags: [] }) }),
    };
  })
  .filter(isPostable);

test('applying a remedy makes the pair match, as an offer that can be posted', () => {
  let found = 0;
  fc.assert(
    fc.property(anyNearPair, (pairing) => {
      const remedy = remedyOf(pairing, weights);
      if (!remedy) return;
      found++;
      expect(outcomeOf(after(pairing, remedy))).toBe('matched');
      expect(isPostable(after(pairing, remedy))).toBe(true);
      expect(remedy.length).toBeLessThanOrEqual(mostChanges);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});

test('no single change does where a remedy takes two or more, and no pair of changes where it takes three', () => {
  fc.assert(
    fc.property(anyNearPair, (pairing) => {
      const verdict = judge(pairing.offer, pairing.demand, pairing.facts, weights);
      if (!isNear(verdict)) return;
      const size = remedyOf(pairing, weights)?.length ?? mostChanges + 1;
      const does = (changes: readonly Change[]): boolean => {
        const changed = after(pairing, changes);
        return (
          changed.offer.securityLevel <= pairing.offer.securityLevel &&
          isPostable(changed) &&
          outcomeOf(changed) === 'matched'
        );
      };
      if (size > 1) expect(universe.filter((one) => does([one]))).toEqual([]);
      if (size !== 3) return;
      const pairs = universe.flatMap((one, index) => universe.slice(index + 1).map((other) => [one, other]));
      expect(pairs.find(does)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});
