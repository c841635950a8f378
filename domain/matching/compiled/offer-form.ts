import type { CalendarDay } from '../../time.ts';
import { isTag } from '../../vocabulary/compliance-tags.ts';
import { isJurisdiction } from '../../vocabulary/jurisdictions.ts';
import { offeredNames } from '../criteria/fields.ts';
import { scoreOfPurpose } from '../criteria/purpose.ts';
import { purposeKindsOf, saysSubject } from '../data-kinds.ts';
import { carriedBy } from '../evidence.ts';
import type { JudgedOffer } from '../judged.ts';
import { pointsOf } from '../points.ts';
import { tagsInDate } from '../tags-in-date.ts';
import type { ClassGate } from './class-gate.ts';
import { classGateOf } from './class-gate.ts';
import type { KnowsFields } from './demand-form.ts';
import type { Memory } from './memory.ts';
import type { PartyForm } from './party-form.ts';
import { PurposeGate } from './purpose-gate.ts';
import type { CompiledRules } from './rules.ts';
import { bitsOf, meets, type TagBits } from './tag-bits.ts';
import { domainNumber, modeBits, purposeClosures, purposeNumber } from './terms.ts';

/** An offer as the compiled gates see it on a day. */
export type OfferForm = {
  readonly judged: JudgedOffer & KnowsFields;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
  readonly domain: number;
  /** The tags that it says it carries, in date, with what they imply. */
  readonly own: TagBits;
  /** The same, with its class and that it states a source: what rules count as carried. */
  readonly carried: TagBits;
  readonly recipient: TagBits;
  /** The points of each purpose; 0 where it is not permitted. */
  readonly purposePoints: Uint8Array;
  readonly modes: number;
  readonly saysSubject: boolean;
  readonly classGate: ClassGate;
  readonly purposeGate: PurposeGate;
  /** What its columns may be called. */
  readonly fieldNames: ReadonlySet<string>;
  /** What the rules said of it before, by its supplier. */
  readonly ruled: WeakMap<PartyForm, Memory>;
};

function pointsOfPurposes(permittedPurposes: readonly string[]): Uint8Array {
  const permitted = bitsOf(permittedPurposes);
  const itself = new Set(permittedPurposes.map(purposeNumber));
  return Uint8Array.from(purposeClosures, (closure, number) => {
    if (itself.has(number)) return pointsOf(scoreOfPurpose.itself);
    return meets(closure, permitted) ? pointsOf(scoreOfPurpose.wider) : 0;
  });
}

/** The form of an offer on a day; undefined where it has a term that the vocabulary does not have: of that a person decides. */
export function offerFormOf(
  judged: JudgedOffer & KnowsFields,
  today: CalendarDay,
  rules: CompiledRules,
): OfferForm | undefined {
  const domain = domainNumber(judged.domain);
  const tags = tagsInDate(judged.complianceTags, today);
  const isKnown =
    [...tags, ...judged.recipientTags].every(isTag) &&
    judged.permittedPurposes.every((purpose) => purposeNumber(purpose) !== undefined) &&
    isJurisdiction(judged.jurisdiction);
  if (domain === undefined || !isKnown) return undefined;
  const carriedTags = carriedBy(judged, today, tags);
  const kinds = purposeKindsOf(judged, carriedTags);
  const carried = bitsOf(carriedTags);
  const isSubjectStated = saysSubject(carriedTags);
  const about = { carried, kinds, saysSubject: isSubjectStated, securityClass: judged.securityClass };
  return {
    judged,
    validUntil: Date.parse(judged.validUntil),
    domain,
    own: bitsOf(tags),
    carried,
    recipient: bitsOf(judged.recipientTags),
    purposePoints: pointsOfPurposes(judged.permittedPurposes),
    modes: modeBits(judged.deliveryModes),
    saysSubject: isSubjectStated,
    classGate: classGateOf(judged, rules),
    purposeGate: new PurposeGate(about, rules),
    fieldNames: offeredNames(judged),
    ruled: new WeakMap(),
  };
}
