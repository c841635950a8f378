import { jurisdiction } from '../criteria/jurisdiction.ts';
import { ofBothParties } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import type { FlowDemand } from '../judged.ts';
import { judgeClass } from './class-gate.ts';
import type { DemandForm } from './demand-form.ts';
import type { Memory, PairReach } from './memory.ts';
import type { OfferForm } from './offer-form.ts';
import type { PartyForm } from './party-form.ts';
import type { CompiledRules } from './rules.ts';
import { type Said, said } from './standing.ts';
import { bitsOf, commonOf, keyOf, type TagBits, unionOf, without } from './tag-bits.ts';
import { deliveryClosures, purposeClosures } from './terms.ts';

const ofBoth = bitsOf(ofBothParties);
/** What a buyer may have of what takes both parties: nothing, one of the two, or both. */
const ofBuyers = [[], ...ofBothParties.map((tag) => [tag]), ofBothParties].map(bitsOf);
const allModes = (1 << deliveryClosures.length) - 1;

/** What counts as given for a pair: `evidenceFor`, in bits. */
function givenFor(offer: OfferForm, supplier: PartyForm, purpose: number, buyer: PartyForm): TagBits {
  const told = unionOf(offer.carried, supplier.given, purposeClosures[purpose] ?? bitsOf([]));
  return unionOf(without(told, ofBoth), commonOf(ofBoth, commonOf(supplier.given, buyer.given)));
}

function reachAnew(offer: OfferForm, supplier: PartyForm, purpose: number): PairReach {
  const told = without(unionOf(offer.carried, supplier.given, purposeClosures[purpose] ?? bitsOf([])), ofBoth);
  const most = commonOf(ofBoth, supplier.given);
  const given = ofBuyers.map((set) => unionOf(told, commonOf(set, most)));
  const classes = given.map((set) => judgeClass(offer.classGate, set, 0));
  const { passing, standing } = offer.purposeGate.reach(purpose, given);
  const mildest = [said.pass, said.review].find((outcome) => classes.includes(outcome)) ?? said.fail;
  const tradable = mildest === said.pass ? (offer.classGate.allowed ?? allModes) : 0;
  return { passing, tradable, standing, class: mildest };
}

/** What tables may say of an offer for a purpose, whoever the buyer is; worked out once an offer. */
export function reachOf(offer: OfferForm, supplier: PartyForm, purpose: number, rules: CompiledRules): PairReach {
  const { reaches } = memoryOf(offer, supplier, rules);
  const known = reaches.get(purpose);
  if (known) return known;
  const reach = reachAnew(offer, supplier, purpose);
  reaches.set(purpose, reach);
  return reach;
}

function memoryOf(offer: OfferForm, supplier: PartyForm, rules: CompiledRules): Memory {
  const known = offer.ruled.get(supplier);
  if (known) return known;
  const made = { flowClass: flowClassOf(offer, supplier, rules), cases: new Map(), reaches: new Map() };
  offer.ruled.set(supplier, made);
  return made;
}

/** What the three gates say that rule tables decide. */
type Ruled = { readonly class: Said; readonly purpose: Said; readonly flow: Said };

type Day = Pick<Facts, 'today' | 'usesNegativeLists' | 'rulebook'>;

/** More cases than this are not kept: the least that is known of flows is asked again. */
const mostFlows = 50_000;

/** Offers and their suppliers that are alike in this number are alike to the cross-border rules. */
function flowClassOf(
  { carried, judged }: OfferForm,
  supplier: PartyForm,
  { ofFlows, flowClasses }: CompiledRules,
): number {
  const tags = [carried, supplier.given].map((bits) => keyOf(commonOf(bits, ofFlows)));
  const { jurisdiction: from, securityClass, transfer } = judged;
  return flowClasses.numberOf([from, securityClass, JSON.stringify(transfer ?? null), ...tags].join(' '));
}

/** What rule tables read of a demand. */
export type RuledDemand = Pick<DemandForm, 'purpose' | 'place' | 'modes'> & { readonly judged: FlowDemand };

/** Demands and their buyers that are alike in this number are alike to every rule. */
const caseOf = ({ place, purpose }: RuledDemand, { buyerClass }: PartyForm, common: number): number =>
  ((buyerClass * 1024 + place) * 16 + purpose) * 32 + common;

/** What the cross-border rules say. The table is long and its conditions are many: it is asked itself, once a case. */
function judgeFlow(
  flowClass: number,
  { offer, supplier, demand, buyer }: Parties,
  rules: CompiledRules,
  day: Day,
): Said {
  const key = ((flowClass * 65_536 + buyer.buyerClass) * 1024 + demand.place) * 16 + demand.purpose;
  const before = rules.flows.get(key);
  if (before !== undefined && !rules.hasOddFlows) return before;
  const facts = { ...day, buyer: buyer.party, supplier: supplier.party };
  const outcome = said[jurisdiction.judge(offer.judged, demand.judged, facts).outcome];
  if (rules.flows.size >= mostFlows) rules.flows.clear();
  rules.flows.set(key, outcome);
  return outcome;
}

type Parties = {
  readonly offer: OfferForm;
  readonly supplier: PartyForm;
  readonly demand: RuledDemand;
  readonly buyer: PartyForm;
};

function judgeAnew(flowClass: number, pair: Parties, rules: CompiledRules, day: Day): Ruled {
  const { offer, supplier, demand, buyer } = pair;
  const given = givenFor(offer, supplier, demand.purpose, buyer);
  const common = offer.modes & demand.modes;
  return {
    class: judgeClass(offer.classGate, given, common),
    purpose: offer.purposeGate.judge(demand.purpose, buyer, given, common),
    flow: judgeFlow(flowClass, pair, rules, day),
  };
}

/** What the rule tables say of a pair, packed; cases that are alike to them are judged once an offer. */
export function judgeByRules(pair: Parties, rules: CompiledRules, day: Day): number {
  const { offer, supplier, demand, buyer } = pair;
  // A row may ask for a tag that the vocabulary does not have, which no set of bits tells: then nothing is remembered.
  if (rules.hasOddFlows) return packRuled(judgeAnew(0, pair, rules, day));
  const known = memoryOf(offer, supplier, rules);
  const key = caseOf(demand, buyer, offer.modes & demand.modes);
  const before = known.cases.get(key);
  if (before !== undefined) return before;
  const packed = packRuled(judgeAnew(known.flowClass, pair, rules, day));
  known.cases.set(key, packed);
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
