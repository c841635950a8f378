import { z } from 'zod';
import type { Demand } from '../demand/demand.ts';
import type { Offer } from '../offer/offer.ts';
import type { Party } from '../organization/organization.ts';
import { complianceTags, withImplied } from '../vocabulary/compliance-tags.ts';
import { missingTags, tagConflicts } from '../vocabulary/tag-consistency.ts';
import type { Facts } from './facts.ts';
import type { CriterionId, JudgedCriterion, Verdict } from './judgement.ts';
import { judge } from './match.ts';
import type { Weights } from './weights.ts';

/** One thing that a party can do: add evidence to the offer, be verified as holding a tag, or offer data of a lower level. */
export const Change = z.union([
  z.strictObject({ side: z.literal('supplier'), kind: z.literal('carry'), tag: z.string() }),
  z.strictObject({ side: z.enum(['supplier', 'buyer']), kind: z.literal('hold'), tag: z.string() }),
  z.strictObject({ side: z.literal('supplier'), kind: z.literal('lower-level'), level: z.int() }),
]);
export type Change = Readonly<z.infer<typeof Change>>;

/** A pair as it would be judged. */
export type Pairing = { readonly offer: Offer; readonly demand: Demand; readonly facts: Facts };

/** The gates that evidence, certification, de-identification or a lower level can mend; what others say stands. */
export const mendable: ReadonlySet<CriterionId> = new Set<CriterionId>([
  'due-diligence',
  'security-class',
  'security-level',
  'carried-tags',
  'recipient-tags',
  'purpose-rules',
  'jurisdiction',
]);

// What can be obtained. Who a party is, what the data is about and how it is delivered are facts and no remedies.
const obtainable = new Set(['evidence', 'certification', 'licence', 'right', 'mechanism']);
const ofParties = new Set(['kyc-verified']);

const carriable = complianceTags
  .filter(({ id, kind }) => (obtainable.has(kind) && !ofParties.has(id)) || id === 'raw-not-leaving-domain')
  .map(({ id }) => id);
const holdable = complianceTags
  .filter(({ kind }) => kind === 'certification' || kind === 'licence')
  .map(({ id }) => id);

/** Ways to take the persons out of the data, from the least to the most; what they imply comes with them. */
const states = ['deidentified', 'reid-level-3', 'reid-level-4', 'anonymized'];
const subjects = ['pi', 'raw-identifiable', 'pseudonymized'];

const tagOf = (carried: Offer['complianceTags'][number]): string =>
  typeof carried === 'string' ? carried : carried.tag;

/** Anonymous data is no longer personal: the tags that say so go (PIPL Art 4, 73). */
function withTag(offer: Offer, tag: string): Offer {
  const isPersonal = (id: string): boolean => subjects.some((subject) => withImplied([id]).has(subject));
  const kept =
    tag === 'anonymized' ? offer.complianceTags.filter((carried) => !isPersonal(tagOf(carried))) : offer.complianceTags;
  return { ...offer, complianceTags: [...kept, tag] };
}

const holding = (party: Party, tag: string): Party => ({ ...party, heldTags: [...party.heldTags, { tag }] });

/** The pair as it would be once a change is made. */
export function applyChange(pairing: Pairing, change: Change): Pairing {
  const { offer, facts } = pairing;
  switch (change.kind) {
    case 'carry':
      return { ...pairing, offer: withTag(offer, change.tag) };
    case 'lower-level':
      return { ...pairing, offer: { ...offer, securityLevel: change.level } };
    case 'hold':
      return { ...pairing, facts: { ...facts, [change.side]: holding(facts[change.side], change.tag) } };
  }
}

const isOpen = ({ outcome }: JudgedCriterion): boolean => outcome !== 'pass';

/** Whether all that keeps a pair from matching is of a kind that can be mended. */
export function isNear(verdict: Verdict): boolean {
  return verdict.outcome !== 'matched' && verdict.criteria.filter(isOpen).every((one) => mendable.has(one.criterion));
}

const bringing = (tags: readonly string[], needed: readonly string[]): readonly string[] =>
  tags.filter((tag) => needed.some((one) => withImplied([tag]).has(one)));

const carry = (tag: string): Change => ({ side: 'supplier', kind: 'carry', tag });
const hold = (side: Change['side'], tag: string): Change => ({ side, kind: 'hold', tag });

/** The first thing that a criterion asks for: a tag, or a group of which one is enough. */
function firstNeed({ missing, choices }: JudgedCriterion): readonly string[] {
  const [tag] = missing;
  return tag === undefined ? (choices[0]?.split('|') ?? []) : [tag];
}

/** Data of a lower level, the nearest first; important data stays what it is. */
function lowerLevels({ securityClass }: Offer, most: number): readonly Change[] {
  if (securityClass !== 'general') return [];
  return Array.from({ length: most }, (_, index) => ({ side: 'supplier', kind: 'lower-level', level: most - index }));
}

/** Every change that answers the first need of an open criterion: whoever mends the pair must make one of them, or change the state of the data. */
function answersTo(one: JudgedCriterion, { offer, demand, facts }: Pairing): readonly Change[] {
  const need = firstNeed(one);
  switch (one.criterion) {
    case 'security-level': {
      return lowerLevels(offer, Math.min(demand.maxSecurityLevel, facts.buyer.clearance));
    }
    case 'recipient-tags':
      return bringing(holdable, need).map((tag) => hold('buyer', tag));
    case 'due-diligence':
      if (!need.includes('kyc-verified')) return bringing(carriable, need).map(carry);
      return [hold('supplier', 'kyc-verified'), hold('buyer', 'kyc-verified')];
    default: {
      const lower = one.criterion === 'security-class' ? lowerLevels(offer, offer.securityLevel - 1) : [];
      return [...bringing(carriable, need).map(carry), ...lower];
    }
  }
}

/** Taking the persons out changes which rules apply, so that it may answer any need of data about persons. */
function stateChanges({ offer }: Pairing, open: readonly JudgedCriterion[]): readonly Change[] {
  const tags = withImplied(offer.complianceTags.map(tagOf));
  const isAsked = open.some(({ criterion }) => ['purpose-rules', 'jurisdiction', 'carried-tags'].includes(criterion));
  if (!isAsked) return [];
  return states.filter((state) => !tags.has(state) && (tags.has('pi') || state !== 'anonymized')).map(carry);
}

const tagsOf = ({ offer }: Pairing): readonly string[] => offer.complianceTags.map(tagOf);

/** A tag that the offer's own tags require and that it does not carry: it could not be posted so. */
function firstUnmet(pairing: Pairing): string | undefined {
  return missingTags(tagsOf(pairing))[0]?.missing;
}

const isConsistent = (pairing: Pairing): boolean => tagConflicts(tagsOf(pairing)).length === 0;

/** The changes of which one must be made next, or undefined where the pair cannot be mended by any. */
function nextChanges(pairing: Pairing, verdict: Verdict): readonly Change[] | undefined {
  const open = verdict.criteria.filter(isOpen);
  const [first] = open;
  if (first) return isNear(verdict) ? [...answersTo(first, pairing), ...stateChanges(pairing, open)] : undefined;
  const unmet = firstUnmet(pairing);
  return unmet === undefined ? undefined : bringing(carriable, [unmet]).map(carry);
}

const keyOf = (change: Change): string => JSON.stringify(change);

/** How many judgements are left for searches; each takes one. A search that uses up the last finds nothing. */
export type Effort = { judgements: number };

type Search = { readonly weights: Weights; readonly seen: Set<string>; readonly effort: Effort };

function search(pairing: Pairing, about: Search, made: readonly Change[], left: number): readonly Change[] | undefined {
  // The same changes in another order are the same pair.
  const key = made.map(keyOf).sort().join();
  if (about.seen.has(key)) return undefined;
  about.seen.add(key);
  if (about.effort.judgements <= 0) return undefined;
  about.effort.judgements -= 1;
  const { offer, demand, facts } = pairing;
  const verdict = judge(offer, demand, facts, about.weights);
  if (verdict.outcome === 'matched' && firstUnmet(pairing) === undefined) return made;
  if (left === 0) return undefined;
  for (const change of nextChanges(pairing, verdict) ?? []) {
    const changed = applyChange(pairing, change);
    if (!isConsistent(changed)) continue;
    const found = search(changed, about, [...made, change], left - 1);
    if (found) return found;
  }
  return undefined;
}

/** How many changes are looked through at most: what takes more is no near match. */
export const mostChanges = 4;

/**
 * The smallest set of changes that would make a pair match, or undefined where it matches already, where something else
 * than evidence, certification, de-identification or the level keeps it apart, or where more than `mostChanges` are
 * needed, or more judgements than `effort` has left. Sizes are tried in turn, and at each step every change that answers
 * the first thing still asked for, so that no smaller set of such changes does.
 */
export function remedyOf(
  pairing: Pairing,
  weights: Weights,
  effort: Effort = { judgements: Number.POSITIVE_INFINITY },
): readonly Change[] | undefined {
  const { offer, demand, facts } = pairing;
  if (!isNear(judge(offer, demand, facts, weights))) return undefined;
  for (let size = 1; size <= mostChanges; size++) {
    const found = search(pairing, { weights, effort, seen: new Set() }, [], size);
    if (found) return found;
  }
  return undefined;
}
