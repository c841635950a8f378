import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import { scoreOfPreferred } from '../criteria/carried-tags.ts';
import { scoreOfModes } from '../criteria/delivery-mode.ts';
import { fields } from '../criteria/fields.ts';
import { scoreOfHeadroom } from '../criteria/security-level.ts';
import type { Judgement } from '../judgement.ts';
import { pointsOf } from '../points.ts';
import type { DemandForm } from './demand-form.ts';
import type { OfferForm } from './offer-form.ts';
import type { PartyForm } from './party-form.ts';
import { full, placeOf, type Said, type Standing, said } from './standing.ts';
import { hasBit, isWithin } from './tag-bits.ts';
import { countOf, pointsOfOffered, purposeClosures } from './terms.ts';

const kyc = tagNumber('kyc-verified') ?? -1;
const sourceStatement = tagNumber('source-statement') ?? -1;

export const whether = (isPassed: boolean): Said => (isPassed ? said.pass : said.fail);

/** A pair of which one party, or both, may not be known yet. */
export type PairForm = {
  readonly offer: OfferForm;
  readonly demand: DemandForm;
  readonly supplier?: PartyForm | undefined;
  readonly buyer?: PartyForm | undefined;
};

/** How many points so many common modes of so many accepted ones give. */
export const modePoints = Array.from({ length: 6 }, (_, accepted) =>
  Array.from({ length: 6 }, (_none, common) => pointsOf(scoreOfModes(common, Math.max(accepted, 1)))),
);

/** How many points so many levels below the maximum give. */
export const headroomPoints = Array.from({ length: 5 }, (_, levels) => pointsOf(scoreOfHeadroom(levels)));

export function noteOf(into: Standing, place: number, { outcome, score }: Judgement): void {
  into.note(place, said[outcome], pointsOf(score ?? 0));
}

const isOver = (listing: { readonly validUntil: number; readonly judged: { readonly status: string } }, now: number) =>
  listing.judged.status !== 'listed' || listing.validUntil <= now;

export function inForce({ offer, demand, supplier, buyer }: PairForm, now: number): Said {
  if (isOver(offer, now) || isOver(demand, now)) return said.fail;
  if (supplier?.party.suspended || buyer?.party.suspended) return said.fail;
  return supplier && buyer ? said.pass : said.unknown;
}

export function differentParty({ offer, demand, supplier, buyer }: PairForm): Said {
  const [from, to] = [offer.judged.organizationId, demand.judged.organizationId];
  if (from === to || supplier?.party.affiliates.includes(to) || buyer?.party.affiliates.includes(from)) {
    return said.fail;
  }
  return supplier && buyer ? said.pass : said.unknown;
}

/** Whether a party is verified (Data Security Law Art 33). */
export const isVerified = (party: PartyForm): boolean => hasBit(party.given, kyc);

/** Whether the source of an offer is stated, by itself or by what its supplier holds. */
export const isSourceStated = ({ carried }: OfferForm, supplier: PartyForm): boolean =>
  hasBit(carried, sourceStatement) || hasBit(supplier.given, sourceStatement);

export function dueDiligence({ offer, demand, supplier, buyer }: PairForm): Said {
  const purpose = purposeClosures[demand.purpose];
  const isStated =
    hasBit(offer.carried, sourceStatement) || (purpose !== undefined && hasBit(purpose, sourceStatement));
  if (supplier && !isVerified(supplier)) return said.fail;
  if (buyer && !isVerified(buyer)) return said.fail;
  if (supplier && !isStated && !hasBit(supplier.given, sourceStatement)) return said.fail;
  return supplier && buyer ? said.pass : said.unknown;
}

export function closestDomain({ domain }: OfferForm, { domains }: DemandForm): number {
  const points = pointsOfOffered(domain);
  let closest = 0;
  for (const demanded of domains) closest = Math.max(closest, points[demanded] ?? 0);
  return closest;
}

export function noteLevel(into: Standing, { offer, demand, buyer }: PairForm): void {
  const headroom = demand.judged.maxSecurityLevel - offer.judged.securityLevel;
  const place = placeOf['security-level'];
  if (headroom < 0 || (buyer && offer.judged.securityLevel > buyer.party.clearance)) into.note(place, said.fail);
  else into.note(place, buyer ? said.pass : said.unknown, headroomPoints[headroom] ?? full);
}

export function noteCarried(into: Standing, { own }: OfferForm, { required, preferred }: DemandForm): void {
  const place = placeOf['carried-tags'];
  let absent = 0;
  for (const tag of preferred) if (tag < 0 || !hasBit(own, tag)) absent += 1;
  if (isWithin(required, own)) into.note(place, said.pass, pointsOf(scoreOfPreferred(absent, preferred.length)));
  else into.note(place, said.fail);
}

export function noteRecipient(into: Standing, { offer, buyer }: PairForm): void {
  const place = placeOf['recipient-tags'];
  if (offer.judged.recipientTags.length === 0) into.note(place, said.pass, full);
  else if (!buyer) into.note(place, said.unknown, full);
  else if (isWithin(offer.recipient, buyer.held)) into.note(place, said.pass, full);
  else into.note(place, said.fail);
}

export function noteFields(into: Standing, offer: OfferForm, demand: DemandForm): void {
  const place = placeOf.fields;
  const isAsked = !demand.judged.knowsFields || demand.judged.expectedFields.length > 0;
  const isKnown = demand.judged.knowsFields && offer.judged.knowsFields;
  if (isAsked && !isKnown) into.note(place, said.unknown, full);
  else noteOf(into, place, fields.judge(offer.judged, demand.judged));
}

export function noteModes(into: Standing, offer: OfferForm, demand: DemandForm): void {
  const common = countOf(offer.modes & demand.modes);
  if (common === 0) into.note(placeOf['delivery-mode'], said.fail);
  else into.note(placeOf['delivery-mode'], said.pass, modePoints[demand.modesCount]?.[common] ?? 0);
}
