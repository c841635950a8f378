import type { Party } from '../../organization/organization.ts';
import type { CalendarDay } from '../../time.ts';
import { heldBy } from '../evidence.ts';
import { tagsInDate } from '../tags-in-date.ts';
import type { CompiledRules } from './rules.ts';
import { bitsOf, commonOf, keyOf, meets, type TagBits } from './tag-bits.ts';

const foreign = bitsOf(['actor-foreign-controlled']);

/** A party as the compiled gates see it on a day. */
export type PartyForm = {
  readonly party: Party;
  /** What it holds, verified and in date. */
  readonly held: TagBits;
  /** The same, and that it is foreign where it is: what rules look at. */
  readonly given: TagBits;
  readonly isForeign: boolean;
  /** Buyers of one class are alike to every rule. */
  readonly buyerClass: number;
};

export function partyFormOf(party: Party, today: CalendarDay, { ofBuyers, buyerClasses }: CompiledRules): PartyForm {
  const given = bitsOf(heldBy(party, today));
  return {
    party,
    held: bitsOf(tagsInDate(party.heldTags, today)),
    given,
    isForeign: meets(given, foreign),
    buyerClass: buyerClasses.numberOf(`${keyOf(commonOf(given, ofBuyers))} ${party.kind ?? ''}`),
  };
}
