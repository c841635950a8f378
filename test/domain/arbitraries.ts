import fc from 'fast-check';
import { ListingStatus } from '../../domain/listing/parts.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { defaultWeights, type Weights } from '../../domain/matching/weights.ts';
import { Instant } from '../../domain/time.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../../domain/vocabulary/delivery-modes.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { aDemand } from '../builders/demand.ts';
import { now, today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier } from '../builders/party.ts';
import { caseFiles, pairingOf } from './case.ts';

// Fixed, so that a run can be repeated and no build fails by chance; raise numRuns to look further.
fc.configureGlobal({ seed: 20_261_123 });

export const tagIds = complianceTags.filter((row) => row.kind !== 'purpose').map((row) => row.id);
const purposeIds = complianceTags.filter((row) => row.kind === 'purpose').map((row) => row.id);
export const domainCodes = industries.map((row) => row.code);

// Few tags with many implications among them, so that random pairs do meet.
const busyTags = tagIds.filter((id) => /^(mlps|iso|reid|consent|notice|deidentified|anonymized)/.test(id));

export const anyDomain = fc.constantFrom(...domainCodes);
export const anyTag = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...busyTags) }, fc.constantFrom(...tagIds));
export const anyPurpose = fc.constantFrom(...purposeIds);
export const anyLevel = fc.constantFrom(1, 2, 3, 4, 5);
const anyModes = fc.subarray([...DeliveryMode.options], { minLength: 1 });

const anyDay = fc.constantFrom('2020-01-01', '2026-11-22', today, '2026-11-24', '2030-01-01');
const anyMoment = fc.constantFrom(
  Instant.parse('2026-11-23T07:59:59.999Z'),
  now,
  Instant.parse('2026-11-23T08:00:00.001Z'),
);
const fewTags = fc.uniqueArray(anyTag, { maxLength: 4 });
const certified = fc.record({ tag: anyTag, validUntil: anyDay });
const anyStatus = fc.oneof(
  { weight: 4, arbitrary: fc.constant('listed' as const) },
  fc.constantFrom(...ListingStatus.options),
);
const anyPlace = fc.constantFrom('CN', 'CN-GBA9', 'CN-FTZ', 'HK', 'MO', 'EU', 'SG');

const lifecycle = { status: anyStatus, validUntil: anyMoment };

/** Offers of every kind, of the base supplier. */
export const anyOffer = fc
  .record({
    ...lifecycle,
    domain: anyDomain,
    securityClass: fc.constantFrom('general' as const, 'important' as const, 'core' as const),
    securityLevel: anyLevel,
    complianceTags: fc.array(fc.oneof(anyTag, certified), { maxLength: 6 }),
    recipientTags: fewTags,
    permittedPurposes: fc.subarray(purposeIds, { minLength: 1 }),
    jurisdiction: anyPlace,
    deliveryModes: anyModes,
  })
  .map(anOffer);

/** Demands of every kind, of the base buyer. */
export const anyDemand = fc
  .record({
    ...lifecycle,
    domains: fc.uniqueArray(anyDomain, { minLength: 1, maxLength: 4 }),
    maxSecurityLevel: anyLevel,
    requiredTags: fewTags,
    preferredTags: fewTags,
    purpose: anyPurpose,
    jurisdiction: anyPlace,
    deliveryModes: anyModes,
  })
  .map(aDemand);

/** Facts with a buyer of any clearance and any held tags, in date or not. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({ clearance: anyLevel, heldTags: fc.array(certified, { maxLength: 5 }) })
  .map((verified) => ({ now, today, buyer: aParty(verified), supplier: aSupplier() }));

const anyWeight = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 1000, noNaN: true }),
  fc.integer({ min: 0, max: 100 }),
);

/** Weights that are not all nothing, whole and fractional. */
export const anyWeights: fc.Arbitrary<Weights> = fc.oneof(
  fc.constant(defaultWeights),
  fc
    .record({
      domain: anyWeight,
      'security-level': anyWeight,
      'carried-tags': anyWeight,
      'recipient-tags': anyWeight,
      purpose: anyWeight,
      'delivery-mode': anyWeight,
      fields: anyWeight,
      coverage: anyWeight,
      freshness: anyWeight,
      price: anyWeight,
    })
    .filter((weights) => Object.values(weights).some((weight) => weight > 0)),
);

const anyCase: fc.Arbitrary<Pairing> = fc.constantFrom(...caseFiles.flatMap(({ cases }) => cases.map(pairingOf)));
const anyHeld = fc.uniqueArray(
  fc.constantFrom(...tagIds).map((tag) => ({ tag })),
  { maxLength: 3 },
);

/**
 * Pairs close to a case, and so on the brink of an outcome, where random pairs fail for many reasons at once: some tags
 * added or taken away, other ways of delivery, and sometimes another purpose or place.
 */
export const anyPairing: fc.Arbitrary<Pairing> = fc
  .record({
    base: anyCase,
    added: fc.uniqueArray(fc.constantFrom(...tagIds), { maxLength: 3 }),
    dropped: fc.option(fc.nat(12)),
    held: fc.record({ buyer: anyHeld, supplier: anyHeld }),
    modes: fc.option(fc.record({ offered: anyModes, accepted: anyModes })),
    clearance: fc.option(anyLevel),
    purpose: fc.option(anyPurpose, { freq: 2 }),
    place: fc.option(anyPlace, { freq: 2 }),
  })
  .map(({ base: { offer, demand, facts }, added, dropped, held, modes, clearance, purpose, place }) => ({
    offer: {
      ...offer,
      complianceTags: [...offer.complianceTags.filter((_, at) => at !== dropped), ...added],
      ...(modes && { deliveryModes: modes.offered }),
      ...(purpose && { permittedPurposes: [purpose] }),
    },
    demand: {
      ...demand,
      ...(modes && { deliveryModes: modes.accepted }),
      ...(purpose && { purpose }),
      ...(place && { jurisdiction: place }),
    },
    facts: {
      ...facts,
      buyer: {
        ...facts.buyer,
        heldTags: [...facts.buyer.heldTags, ...held.buyer],
        ...(clearance !== null && { clearance }),
      },
      supplier: { ...facts.supplier, heldTags: [...facts.supplier.heldTags, ...held.supplier] },
    },
  }));
