import { Demand } from '../../domain/demand/demand.ts';
import { DemandId, MatchId, OfferId, OrganizationId } from '../../domain/ids.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { judge } from '../../domain/matching/match.ts';
import { tagsInDate } from '../../domain/matching/tags-in-date.ts';
import { weightsOn } from '../../domain/matching/weights.ts';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { nameIn } from '../../domain/vocabulary/bilingual.ts';
import type { FoundMatch } from '../../functions/_mail/match-mail-input.ts';
import { zoneOf } from '../zones/zones.ts';
import { sampleOffers } from './sample-offers.ts';

const now = Instant.parse('2026-11-23T08:00:00.000Z');
const today = CalendarDay.parse('2026-11-23');
const validUntil = Instant.parse('2027-11-01T00:00:00.000Z');

/** The zone in whose name the previewed mails come. */
export const sampleZone = zoneOf('cn-bj-data-pilot');

/** The demand that they are about; its title is each mail's own. */
export const sampleDemandId = DemandId.parse(`demand-${'5'.repeat(32)}`);

const kept = { status: 'listed', version: 1, validUntil, createdAt: now, updatedAt: now };

const demand = Demand.parse({
  ...kept,
  id: sampleDemandId,
  organizationId: 'org-buyer',
  title: 'Data for lending to small businesses',
  description: 'Activity of small businesses, for a model of credit risk.',
  domains: ['66'],
  maxSecurityLevel: 4,
  preferredTags: ['quality-report', 'data-property-registration'],
  purpose: 'purpose-ai-training',
  expectedFields: ['region', 'month', 'activity', 'tax_band'].map((name) => ({ name, label: name })),
  jurisdiction: 'CN',
  coverage: { regions: ['110000', '120000'] },
  updateFrequency: 'monthly',
  deliveryModes: ['api', 'sandbox', 'privacy-computing'],
  budget: { amount: 20_000_000, currency: 'CNY' },
});

const party = (id: string): Party => ({
  id: OrganizationId.parse(id),
  affiliates: [],
  clearance: 4,
  heldTags: [{ tag: 'kyc-verified' }, { tag: 'mlps-3' }],
  kind: 'private',
});

const facts: Facts = { now, today, buyer: party('org-buyer'), supplier: party('org-supplier') };

/** A match as the rules judge it, the `index`th of its mail; under another title where one is given. */
function sampleMatch(index: number, locale: Locale, title?: string): FoundMatch {
  const sample = sampleOffers[index % sampleOffers.length];
  if (!sample) throw new RangeError('there are no sample offers');
  const number = String(index + 1).padStart(32, '0');
  const typed = OfferInput.parse({
    ...sample.offer,
    title: nameIn(locale, sample.title),
    description: 'Sample.',
  });
  const offer = Offer.parse({
    ...typed,
    ...kept,
    id: OfferId.parse(`offer-${number}`),
    organizationId: 'org-supplier',
  });
  const { outcome, score, criteria } = judge(offer, demand, facts, weightsOn(sampleZone.weights, today).weights);
  if (outcome !== 'matched') throw new RangeError(`the sample “${offer.title}” is ${outcome}`);
  return {
    matchId: MatchId.parse(`match-${number}`),
    score,
    offer: {
      ...offer,
      title: title ?? offer.title,
      deliveryModes: offer.deliveryModes.filter((mode) => demand.deliveryModes.includes(mode)),
      carriedTags: [...tagsInDate(offer.complianceTags, today)],
    },
    usedIn: demand.jurisdiction,
    criteria,
    foundAt: now,
    isCleared: false,
  };
}

/** So many matches, the best first. */
export const sampleMatches = (count: number, locale: Locale, title?: string): readonly FoundMatch[] =>
  Array.from({ length: count }, (_, index) => sampleMatch(index, locale, title)).toSorted((a, b) => b.score - a.score);
