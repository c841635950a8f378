import type { DemandId, OrganizationId } from '../../domain/ids.ts';
import { UpdateFrequency } from '../../domain/listing/parts.ts';
import type { DayJudge } from '../../domain/matching/compiled/day-judge.ts';
import { isSourceStated, isVerified } from '../../domain/matching/compiled/gates.ts';
import { isAllPassed } from '../../domain/matching/compiled/rule-gates.ts';
import { scoreOfPreferred } from '../../domain/matching/criteria/carried-tags.ts';
import { coverage } from '../../domain/matching/criteria/coverage.ts';
import { scoreOfModes } from '../../domain/matching/criteria/delivery-mode.ts';
import { closeness } from '../../domain/matching/criteria/domain.ts';
import { fields } from '../../domain/matching/criteria/fields.ts';
import { price } from '../../domain/matching/criteria/price.ts';
import { scoreOfHeadroom } from '../../domain/matching/criteria/security-level.ts';
import { pointsOf } from '../../domain/matching/points.ts';
import { tagsInDate } from '../../domain/matching/tags-in-date.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { Party } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time.ts';
import { complianceTags, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import { domainRelation } from '../../domain/vocabulary/domain-relations.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import type { BenchDemand, BenchMarket, BenchOffer } from './market.ts';

type Found = { readonly id: DemandId; readonly score: number };
type Scored = readonly (readonly [keyof Weights, number])[];

const bestFirst = (one: Found, other: Found): number => other.score - one.score || (one.id < other.id ? -1 : 1);

/** What is worked out once an offer. */
function prepared(offer: BenchOffer, judge: DayJudge, today: string) {
  const carried = tagsInDate(offer.complianceTags, today);
  const domains = new Map(industries.map(({ code }) => [code, closeness[domainRelation(offer.domain, code)]]));
  const purposes = new Map(everyPurpose.map((purpose) => [purpose, purposeScore(offer, purpose)]));
  return { offer, form: judge.offerForm({ ...offer, knowsFields: true }), carried, domains, purposes };
}

const everyPurpose = complianceTags.filter(({ kind }) => kind === 'purpose').map(({ id }) => id);

/** The score of a purpose; 0 where it is not permitted. */
function purposeScore({ permittedPurposes }: BenchOffer, purpose: string): number {
  if (permittedPurposes.includes(purpose)) return 1;
  return [...withImplied([purpose])].some((id) => permittedPurposes.includes(id)) ? 0.9 : 0;
}

/** The gates that need no table, the cheapest first; undefined at the first that fails. */
function scored({ offer, carried, domains, purposes }: ReturnType<typeof prepared>, demand: BenchDemand) {
  let closest = 0;
  for (const code of demand.domains) closest = Math.max(closest, domains.get(code) ?? 0);
  if (closest === 0) return undefined;
  const level = offer.securityLevel;
  if (level > demand.maxSecurityLevel) return undefined;
  if (!demand.requiredTags.every((tag) => carried.has(tag))) return undefined;
  const purpose = purposes.get(demand.purpose) ?? 0;
  if (purpose === 0) return undefined;
  const common = demand.deliveryModes.filter((mode) => offer.deliveryModes.includes(mode)).length;
  if (common === 0) return undefined;
  const absent = demand.preferredTags.filter((tag) => !carried.has(tag)).length;
  const ofNone = { outcome: 'pass', score: 1 } as const;
  const asked = [
    demand.expectedFields.length === 0 ? ofNone : fields.judge(offer, demand),
    demand.coverage === undefined ? ofNone : coverage.judge(offer, demand),
    demand.budget === undefined ? ofNone : price.judge(offer, demand),
  ] as const;
  if (asked.some(({ outcome }) => outcome === 'fail')) return undefined;
  const [ofFields, ofCoverage, ofPrice] = asked;
  return [
    ['domain', closest],
    ['security-level', scoreOfHeadroom(demand.maxSecurityLevel - level)],
    ['carried-tags', scoreOfPreferred(absent, demand.preferredTags.length)],
    ['recipient-tags', 1],
    ['purpose', purpose],
    ['delivery-mode', scoreOfModes(common, demand.deliveryModes.length)],
    ['fields', ofFields.score ?? 0],
    ['coverage', ofCoverage.score ?? 0],
    ['freshness', freshnessScore(offer, demand)],
    ['price', ofPrice.score ?? 0],
  ] as const satisfies Scored;
}

function freshnessScore({ updateFrequency: offered }: BenchOffer, { updateFrequency: asked }: BenchDemand): number {
  if (asked === undefined) return 1;
  if (offered === undefined) return 0;
  const short = UpdateFrequency.options.indexOf(asked) - UpdateFrequency.options.indexOf(offered);
  return short <= 0 ? 1 : Math.max(0, 1 - 0.2 * short);
}

/** What is worked out of a demand or a party once, and kept from one offer to the next: the scan is no slower than it must be. */
export class KeptForms {
  private readonly forms = new Map<BenchDemand, ReturnType<DayJudge['demandForm']>>();
  private readonly held = new Map<Party, ReadonlySet<string>>();

  formOf(demand: BenchDemand, judge: DayJudge) {
    if (!this.forms.has(demand)) this.forms.set(demand, judge.demandForm({ ...demand, knowsFields: true }));
    return this.forms.get(demand);
  }

  heldBy(party: Party, today: string): ReadonlySet<string> {
    const known = this.held.get(party) ?? tagsInDate(party.heldTags, today);
    this.held.set(party, known);
    return known;
  }
}

/**
 * What anyone would write first, and the measure of the compiled judge: every demand as an object, gate after gate, the
 * cheap ones first, the tables of rules only where all others pass and by the same memory of what they said; then all that
 * match are sorted. The results are those of `judge`.
 */
export function objectScan(
  market: BenchMarket,
  offer: BenchOffer,
  judge: DayJudge,
  at: { readonly now: Instant; readonly today: string; readonly weights: Weights; readonly most: number },
  kept = new KeptForms(),
): readonly Found[] {
  const supplier = partyIn(market, offer.organizationId);
  const about = prepared(offer, judge, at.today);
  const supplierForm = judge.partyForm(supplier);
  const isOut = !about.form || !isVerified(supplierForm) || !isSourceStated(about.form, supplierForm);
  if (!about.form || isOut || offer.validUntil <= at.now) return [];
  const total = Object.values(at.weights).reduce((sum, weight) => sum + weight, 0);
  const found: Found[] = [];
  for (const demand of market.demands) {
    if (demand.validUntil <= at.now || demand.organizationId === offer.organizationId) continue;
    const scores = scored(about, demand);
    if (!scores) continue;
    const buyer = partyIn(market, demand.organizationId);
    if (offer.securityLevel > buyer.clearance) continue;
    const [buyerForm, demandForm] = [judge.partyForm(buyer), kept.formOf(demand, judge)];
    if (!demandForm || !isVerified(buyerForm)) continue;
    const held = kept.heldBy(buyer, at.today);
    if (!offer.recipientTags.every((tag) => held.has(tag))) continue;
    if (!isAllPassed(judge.ruled(about.form, supplierForm, demandForm, buyerForm))) continue;
    const sum = scores.reduce((all, [id, score]) => all + at.weights[id] * pointsOf(score), 0);
    found.push({ id: demand.id, score: Math.round(sum / total) });
  }
  return found.sort(bestFirst).slice(0, at.most);
}

function partyIn({ parties }: BenchMarket, id: OrganizationId): Party {
  const party = parties.get(id);
  if (!party) throw new RangeError(`nothing is known of ${id}`);
  return party;
}
