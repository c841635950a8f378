import { jurisdiction } from '../criteria/jurisdiction.ts';
import { ofBothParties } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import { judgeClass } from './class-gate.ts';
import type { DemandForm } from './demand-form.ts';
import type { OfferForm } from './offer-form.ts';
import type { PartyForm } from './party-form.ts';
import { type Said, said } from './standing.ts';
import { bitsOf, commonOf, type TagBits, unionOf, without } from './tag-bits.ts';
import { purposeClosures } from './terms.ts';

const ofBoth = bitsOf(ofBothParties);

/** What counts as given for a pair: `evidenceFor`, in bits. */
export function givenFor(offer: OfferForm, supplier: PartyForm, purpose: number, buyer: PartyForm): TagBits {
  const told = unionOf(offer.carried, supplier.given, purposeClosures[purpose] ?? bitsOf([]));
  return unionOf(without(told, ofBoth), commonOf(ofBoth, commonOf(supplier.given, buyer.given)));
}

/** What the three gates say that rule tables decide. */
export type Ruled = { readonly class: Said; readonly purpose: Said; readonly flow: Said };

type Day = Pick<Facts, 'today' | 'usesNegativeLists' | 'rulebook'>;

/** Demands and their buyers that are alike in this number are alike to every rule. */
const caseOf = ({ place, purpose }: DemandForm, { buyerClass }: PartyForm, common: number): number =>
  ((buyerClass * 512 + place) * 16 + purpose) * 32 + common;

function judgeAnew(offer: OfferForm, supplier: PartyForm, demand: DemandForm, buyer: PartyForm, day: Day): Ruled {
  const given = givenFor(offer, supplier, demand.purpose, buyer);
  const common = offer.modes & demand.modes;
  // No rule asks for the time of day.
  const facts: Facts = { ...day, now: demand.judged.validUntil, buyer: buyer.party, supplier: supplier.party };
  return {
    class: judgeClass(offer.classGate, given, common),
    purpose: offer.purposeGate.judge(demand.purpose, buyer, given, common),
    // The table of flows is long and its conditions are many: it is asked itself, once a case.
    flow: said[jurisdiction.judge(offer.judged, demand.judged, facts).outcome],
  };
}

/** What the rule tables say of a pair; cases that are alike to them are judged once an offer. */
export function judgeByRules(
  offer: OfferForm,
  supplier: PartyForm,
  demand: DemandForm,
  buyer: PartyForm,
  day: Day,
): number {
  const known = offer.ruled.get(supplier) ?? new Map<number, number>();
  if (known.size === 0) offer.ruled.set(supplier, known);
  const key = caseOf(demand, buyer, offer.modes & demand.modes);
  const before = known.get(key);
  if (before !== undefined) return before;
  const ruled = judgeAnew(offer, supplier, demand, buyer, day);
  const packed = packRuled(ruled);
  known.set(key, packed);
  return packed;
}

const packRuled = (ruled: Ruled): number => ruled.class | (ruled.purpose << 2) | (ruled.flow << 4);

const outcomes = [said.pass, said.review, said.fail, said.unknown] as const;
const outcomeAt = (packed: number, shift: number): Said => outcomes[(packed >>> shift) & 3] ?? said.unknown;

export const classIn = (packed: number): Said => outcomeAt(packed, 0);
export const purposeIn = (packed: number): Said => outcomeAt(packed, 2);
export const flowIn = (packed: number): Said => outcomeAt(packed, 4);

/** Whether all three pass. */
export const isAllPassed = (packed: number): boolean =>
  packed === packRuled({ class: said.pass, purpose: said.pass, flow: said.pass });
