import type { Party } from '../../organization/organization.ts';
import { isSamePlaceAbroad } from '../../vocabulary/places.ts';
import { coverage } from '../criteria/coverage.ts';
import { freshness } from '../criteria/freshness.ts';
import { price } from '../criteria/price.ts';
import { type Facts, rulesFor } from '../facts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import { judgeClass } from './class-gate.ts';
import { type DemandForm, demandFormOf, type KnowsFields } from './demand-form.ts';
import {
  closestDomain,
  differentParty,
  dueDiligence,
  inForce,
  noteCarried,
  noteFields,
  noteLevel,
  noteModes,
  noteOf,
  noteRecipient,
  type PairForm,
  whether,
} from './gates.ts';
import { type OfferForm, offerFormOf } from './offer-form.ts';
import { type PartyForm, partyFormOf } from './party-form.ts';
import { classIn, flowIn, judgeByRules, purposeIn, type RuledDemand, reachOf } from './rule-gates.ts';
import { type CompiledRules, compileRules } from './rules.ts';
import { placeOf, type Standing, said } from './standing.ts';

/** What a day's pairs are judged by. */
export type Day = Pick<Facts, 'today' | 'usesNegativeLists' | 'rulebook'>;

/**
 * Judges pairs as `judge` does, gate by gate and point by point, by sets of bits and by cases that are alike: outcomes and
 * scores without reasons, some hundred times as fast. The readable criteria are the rules; those that are read from tables,
 * and those that few listings ask for, are asked themselves. A property holds both to be equal.
 */
export class PairJudge {
  readonly day: Day;
  private readonly rules: CompiledRules;
  private readonly parties = new WeakMap<Party, PartyForm>();

  constructor(day: Day) {
    this.day = day;
    this.rules = compileRules(rulesFor(day));
  }

  /** Undefined where the vocabulary does not have all of its terms: the listing itself is judged then. */
  offerForm(offer: JudgedOffer & KnowsFields): OfferForm | undefined {
    return offerFormOf(offer, this.day.today, this.rules);
  }

  /** Undefined where the vocabulary does not have all of its terms: the listing itself is judged then. */
  demandForm(demand: JudgedDemand & KnowsFields): DemandForm | undefined {
    return demandFormOf(demand);
  }

  /** The same party has one form, however often it is asked for. */
  partyForm(party: Party): PartyForm {
    const known = this.parties.get(party);
    if (known) return known;
    const made = partyFormOf(party, this.day.today, this.rules);
    this.parties.set(party, made);
    return made;
  }

  /** Whether one of the gates that are told at a glance, and that nothing mends, forbids a pair. */
  isHopeless({ offer, demand }: PairForm, now: number): boolean {
    return (
      offer.purposePoints[demand.purpose] === 0 ||
      (offer.modes & demand.modes) === 0 ||
      closestDomain(offer, demand) === 0 ||
      offer.judged.organizationId === demand.judged.organizationId ||
      offer.validUntil <= now ||
      demand.validUntil <= now
    );
  }

  /** Notes what every criterion says of a pair at a moment, in milliseconds since 1970. */
  judge(into: Standing, pair: PairForm, now: number): void {
    const { offer, demand } = pair;
    into.note(placeOf['in-force'], inForce(pair, now));
    into.note(placeOf['different-party'], differentParty(pair));
    into.note(placeOf['due-diligence'], dueDiligence(pair));
    const closest = closestDomain(offer, demand);
    into.note(placeOf.domain, whether(closest > 0), closest);
    noteLevel(into, pair);
    noteCarried(into, offer, demand);
    noteRecipient(into, pair);
    const purposePoints = offer.purposePoints[demand.purpose] ?? 0;
    into.note(placeOf.purpose, whether(purposePoints > 0), purposePoints);
    this.noteRules(into, pair);
    noteModes(into, offer, demand);
    noteFields(into, offer, demand);
    noteOf(into, placeOf.coverage, coverage.judge(offer.judged, demand.judged));
    noteOf(into, placeOf.freshness, freshness.judge(offer.judged, demand.judged));
    noteOf(into, placeOf.price, price.judge(offer.judged, demand.judged));
  }

  /** What the rule tables say of a pair, packed. */
  ruled(offer: OfferForm, supplier: PartyForm, demand: RuledDemand, buyer: PartyForm): number {
    return judgeByRules({ offer, supplier, demand, buyer }, this.rules, this.day);
  }

  /** What tables may say of an offer for a purpose, whoever the buyer is. */
  reach(offer: OfferForm, supplier: PartyForm, purpose: number) {
    return reachOf(offer, supplier, purpose, this.rules);
  }

  private noteRules(into: Standing, { offer, demand, supplier, buyer }: PairForm): void {
    if (supplier && buyer) {
      const ruled = this.ruled(offer, supplier, demand, buyer);
      into.note(placeOf['security-class'], classIn(ruled));
      into.note(placeOf['purpose-rules'], purposeIn(ruled));
      into.note(placeOf.jurisdiction, flowIn(ruled));
      return;
    }
    const stays = isSamePlaceAbroad(offer.judged.jurisdiction, demand.judged.jurisdiction);
    into.note(placeOf.jurisdiction, stays ? said.pass : said.unknown);
    const common = offer.modes & demand.modes;
    const reach = supplier && this.reach(offer, supplier, demand.purpose);
    const isForbidden = reach
      ? common !== 0 && (common & reach.standing) === 0
      : offer.purposeGate.isProhibited(demand.purpose);
    into.note(placeOf['purpose-rules'], isForbidden ? said.fail : said.unknown);
    const isUntradable = reach?.class === said.fail;
    into.note(placeOf['security-class'], isUntradable ? said.fail : judgeClass(offer.classGate, undefined, common));
  }
}
