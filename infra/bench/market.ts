import type { Demand } from '../../domain/demand/demand.ts';
import { DemandId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { UpdateFrequency } from '../../domain/listing/parts.ts';
import type { JudgedDemand, JudgedOffer } from '../../domain/matching/judged.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { Instant } from '../../domain/time.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../../domain/vocabulary/delivery-modes.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { Draw, zipfSums } from './draw.ts';

/** A demand with all that judging reads of it, and its id. */
export type BenchDemand = JudgedDemand & Pick<Demand, 'id'>;
export type BenchOffer = JudgedOffer & { readonly id: OfferId };

const divisions = industries.filter(({ parent }) => parent !== null);
const divisionSums = zipfSums(divisions.length);

/** Forty tags that offers of plain data carry and demands ask for: what the purpose rules ask of such data, and certificates. */
const asked = [
  'takedown-commitment',
  'right-operate',
  'lawful-source',
  'ip-cleared',
  'quality-report',
  'rights-confirmed',
];
const others = complianceTags
  .filter(({ kind, id }) => ['evidence', 'certification', 'right', 'licence'].includes(kind) && !asked.includes(id))
  .filter(({ conflicts, id }) => conflicts.length === 0 && id !== 'kyc-verified' && id !== 'source-statement')
  .map(({ id }) => id);
const commonTags: readonly string[] = [...asked, ...others].slice(0, 40);
const tagSums = zipfSums(commonTags.length);

const purposes = complianceTags.filter(({ kind }) => kind === 'purpose').map(({ id }) => id);
const purposeSums = zipfSums(purposes.length);
const columns = [
  'vin',
  'mileage',
  'plate',
  'time',
  'place',
  'speed',
  'age',
  'amount',
  'price',
  'category',
  'count',
  'name',
];
const regions = ['110000', '310000', '440300', '520000', '330100', '120000', '130000', '500000'];
const year = 31_536_000_000;

/** The moment at which everything is judged. */
export const benchNow = Instant.parse('2026-11-27T08:00:00.000Z');
export const benchToday = '2026-11-27';

const organizationOf = (number: number): OrganizationId => OrganizationId.parse(`org-${number}`);

function makeParties(draw: Draw, count: number): readonly Party[] {
  return Array.from({ length: count }, (_, number) => {
    const held = draw.someBySize(commonTags, tagSums, draw.between(0, 4));
    const tags = [...(draw.chance(0.95) ? ['kyc-verified'] : []), ...held];
    return {
      id: organizationOf(number),
      affiliates: [],
      clearance: draw.one([2, 3, 3, 4, 4, 5]),
      heldTags: tags.map((tag) => ({ tag })),
      kind: draw.one(['private', 'private', 'soe', 'sme', 'research', 'public-body'] as const),
    };
  });
}

const place = (draw: Draw): string => (draw.chance(0.97) ? 'CN' : draw.one(['HK', 'MO', 'SG', 'CN-GBA9']));
const modes = (draw: Draw): DeliveryMode[] => DeliveryMode.options.filter((_, at) => draw.chance(at === 1 ? 0.8 : 0.3));
const someModes = (draw: Draw): DeliveryMode[] => {
  const drawn = modes(draw);
  return drawn.length > 0 ? drawn : ['api'];
};
const until = (draw: Draw): Instant =>
  Instant.parse(new Date(Date.parse(benchNow) + draw.between(-year / 50, year)).toISOString());

const frequency = (draw: Draw, probability: number) =>
  draw.chance(probability) ? { updateFrequency: draw.one(UpdateFrequency.options) } : {};
const coverage = (draw: Draw, probability: number) =>
  draw.chance(probability) ? { coverage: { regions: [draw.one(regions)] } } : {};

function makeDemand(draw: Draw, buyer: Party): BenchDemand {
  const domains = draw.someBySize(divisions, divisionSums, draw.chance(0.1) ? 2 : 1);
  const expected = draw.chance(0.15) ? [draw.one(columns), draw.one(columns)] : [];
  return {
    id: DemandId.parse(`demand-${draw.hex(32)}`),
    organizationId: buyer.id,
    status: 'listed',
    validUntil: until(draw),
    domains: domains.map(({ code }) => code),
    maxSecurityLevel: draw.one([1, 2, 2, 3, 3, 3, 4, 4, 5]),
    requiredTags: draw.someBySize(commonTags, tagSums, draw.one([0, 1, 1, 2, 3])),
    preferredTags: draw.someBySize(commonTags, tagSums, draw.one([0, 0, 1, 2])),
    purpose: draw.oneBySize(purposes, purposeSums),
    expectedFields: [...new Set(expected)].map((name) => ({ name, required: draw.chance(0.3) })),
    jurisdiction: place(draw),
    ...coverage(draw, 0.2),
    ...frequency(draw, 0.4),
    deliveryModes: someModes(draw),
    ...(draw.chance(0.4) && { budget: { amount: draw.between(1, 200) * 100_000, currency: 'CNY' } }),
  };
}

function makeOffer(draw: Draw, supplier: Party): BenchOffer {
  const tags = draw.someBySize(commonTags, tagSums, draw.between(6, 14));
  return {
    id: OfferId.parse(`offer-${draw.hex(32)}`),
    organizationId: supplier.id,
    status: 'listed',
    validUntil: until(draw),
    domain: draw.oneBySize(divisions, divisionSums).code,
    securityClass: 'general',
    securityLevel: draw.one([1, 1, 2, 2, 2, 3, 3, 4]),
    complianceTags: ['non-pi', ...tags],
    recipientTags: draw.chance(0.2) ? [draw.oneBySize(commonTags, tagSums)] : [],
    permittedPurposes: [...new Set([draw.oneBySize(purposes, purposeSums), draw.one(purposes), draw.one(purposes)])],
    jurisdiction: place(draw),
    fields: draw.chance(0.5) ? columns.filter(() => draw.chance(0.5)).map((name) => ({ name })) : [],
    source: true,
    ...coverage(draw, 0.3),
    ...frequency(draw, 0.6),
    deliveryModes: someModes(draw),
    price: draw.chance(0.4)
      ? { model: 'subscription', amount: draw.between(1, 100) * 100_000, currency: 'CNY' }
      : { model: 'negotiable' },
  };
}

/** A market made up at random: demands and their buyers, and offers and their suppliers, over the 97 divisions of GB/T 4754. */
export type BenchMarket = {
  readonly demands: readonly BenchDemand[];
  readonly offers: readonly BenchOffer[];
  readonly parties: ReadonlyMap<OrganizationId, Party>;
};

/** Domains, tags and purposes by Zipf's law: the first as often as the second and third and so on together with less and less. */
export function makeBenchMarket(
  { demands, offers, seed }: { readonly demands: number; readonly offers: number; readonly seed: number },
  at: (done: number) => void = () => undefined,
): BenchMarket {
  const draw = new Draw(seed);
  const parties = makeParties(draw, Math.max(20, Math.round(demands / 50)));
  const made: BenchDemand[] = [];
  for (let number = 0; number < demands; number++) {
    made.push(makeDemand(draw, draw.one(parties)));
    if (number % 10_000 === 0) at(number);
  }
  return {
    demands: made,
    offers: Array.from({ length: offers }, () => makeOffer(draw, draw.one(parties))),
    parties: new Map(parties.map((party) => [party.id, party])),
  };
}
