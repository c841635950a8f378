import type { Party } from '../organization/organization.ts';
import type { CalendarDay } from '../time.ts';
import { withImplied } from '../vocabulary/compliance-tags.ts';
import type { DeliveryMode } from '../vocabulary/delivery-modes.ts';
import type { DayFacts } from './facts.ts';
import type { FlowDemand, JudgedDemand, JudgedOffer } from './judged.ts';
import { tagsInDate } from './tags-in-date.ts';

/** The tags that count for a pair on a day, by who answers for them. Implied ones are among them. */
export type Evidence = {
  /** What the data carries, as the supplier says, and its class. */
  readonly carried: ReadonlySet<string>;
  /** What the supplier holds, as the operator verified. */
  readonly supplier: ReadonlySet<string>;
  /** What the buyer holds, as the operator verified; and `actor-foreign-controlled` for a foreign one. */
  readonly buyer: ReadonlySet<string>;
  /** What rules may count as given: by the data, the supplier, the purpose, or both parties where both are needed. */
  readonly given: ReadonlySet<string>;
};

/** What only the operator can say of a party: a tag on the data does not show it. */
export const ofBothParties = ['kyc-verified', 'actor-gba-registered'];

/** What a party holds on a day, as the operator verified, and that it is foreign where it is. */
export function heldBy(party: Party, today: CalendarDay): ReadonlySet<string> {
  const tags = tagsInDate(party.heldTags, today);
  return party.kind === 'foreign' ? withImplied([...tags, 'actor-foreign-controlled']) : tags;
}

/** What the data carries on a day: what the supplier says, that it states a source, and its class. */
export function carriedBy(
  offer: JudgedOffer,
  today: CalendarDay,
  inDate = tagsInDate(offer.complianceTags, today),
): ReadonlySet<string> {
  return new Set([
    ...inDate,
    ...(offer.source ? ['source-statement'] : []),
    ...withImplied([`class-${offer.securityClass}`]),
  ]);
}

/** Gathers the tags that count for a pair: certificates in date, what they imply, and what the listings say themselves. */
export function evidenceFor(offer: JudgedOffer, demand: FlowDemand, facts: DayFacts): Evidence {
  const supplier = heldBy(facts.supplier, facts.today);
  const buyer = heldBy(facts.buyer, facts.today);
  const carried = carriedBy(offer, facts.today);
  const given = new Set([...carried, ...supplier, ...withImplied([demand.purpose])]);
  for (const tag of ofBothParties) {
    if (!supplier.has(tag) || !buyer.has(tag)) given.delete(tag);
  }
  return { carried, supplier, buyer, given };
}

/** The tags that delivery in a mode brings with it. */
export function withDelivery(given: ReadonlySet<string>, mode: DeliveryMode | undefined): ReadonlySet<string> {
  return mode === undefined ? given : new Set([...given, ...withImplied([`delivery-${mode}`])]);
}

/** The delivery modes that suit both sides, in the order of the demand. */
export function commonModes(offer: JudgedOffer, demand: JudgedDemand): readonly DeliveryMode[] {
  return demand.deliveryModes.filter((mode) => offer.deliveryModes.includes(mode));
}

/** What a rule asks for and is not given: single tags, and groups of which one is enough (`a|b`). */
export type Lack = { readonly missing: string[]; readonly choices: string[] };

// `law-…` says which law applies; it is no evidence that could be missing.
export const isEvidence = (tag: string): boolean => !tag.startsWith('law-');

/** What rows ask for beyond the tags given, without repeats, in their order. */
export function lackOf(
  rows: readonly { readonly allOf: readonly string[]; readonly anyOf: readonly (readonly string[])[] }[],
  given: ReadonlySet<string>,
): Lack {
  const missing = rows.flatMap((row) => row.allOf).filter((tag) => isEvidence(tag) && !given.has(tag));
  const choices = rows
    .flatMap((row) => row.anyOf)
    .filter((group) => !group.some((tag) => given.has(tag)))
    .map((group) => group.join('|'));
  return { missing: [...new Set(missing)], choices: [...new Set(choices)] };
}

export const lacksNothing = ({ missing, choices }: Lack): boolean => missing.length + choices.length === 0;
