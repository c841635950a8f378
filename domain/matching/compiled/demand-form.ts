import { isTag } from '../../vocabulary/compliance-tags.ts';
import { isJurisdiction } from '../../vocabulary/jurisdictions.ts';
import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import type { JudgedDemand } from '../judged.ts';
import { bitsOf, type TagBits } from './tag-bits.ts';
import { countOf, domainNumber, modeBits, placeNumber, purposeNumber } from './terms.ts';

/** Whether all columns of a listing are at hand. */
export type KnowsFields = { readonly knowsFields: boolean };

/** A demand as the compiled gates see it. */
export type DemandForm = {
  readonly judged: JudgedDemand & KnowsFields;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
  readonly domains: readonly number[];
  readonly purpose: number;
  /** Where the data will be used, by number. */
  readonly place: number;
  readonly required: TagBits;
  readonly preferred: readonly number[];
  readonly modes: number;
  readonly modesCount: number;
};

/** The form of a demand; undefined where it has a term that the vocabulary does not have: of that a person decides. */
export function demandFormOf(judged: JudgedDemand & KnowsFields): DemandForm | undefined {
  const domains = judged.domains.map(domainNumber);
  const purpose = purposeNumber(judged.purpose);
  const known = domains.filter((number) => number !== undefined);
  const isKnown =
    known.length === domains.length && judged.requiredTags.every(isTag) && isJurisdiction(judged.jurisdiction);
  if (purpose === undefined || !isKnown) return undefined;
  const modes = modeBits(judged.deliveryModes);
  return {
    judged,
    validUntil: Date.parse(judged.validUntil),
    domains: known,
    purpose,
    place: placeNumber(judged.jurisdiction),
    required: bitsOf(judged.requiredTags),
    // What the vocabulary does not have, no offer carries.
    preferred: judged.preferredTags.map((tag) => tagNumber(tag) ?? -1),
    modes,
    modesCount: countOf(modes),
  };
}
