import * as z from 'zod';
import { tagRow, withImplied } from './compliance-tags.ts';

/** A tag of a closure: `from` is the tag that was given, which is the tag itself or one that implies it. */
const Followed = z.object({
  tag: z.string(),
  from: z.string(),
  /** The field that gives it, where that is another than the one checked. */
  field: z.enum(['securityClass', 'requiredTags']).optional(),
});
export type Followed = z.infer<typeof Followed>;

/** Two tags that cannot both be true of one thing. */
export const TagConflict = z.object({ one: Followed, other: Followed });
export type TagConflict = z.infer<typeof TagConflict>;

/** A tag that asks for another, and the other, which is not there. */
export const MissingTag = z.object({ ...Followed.shape, missing: z.string() });
export type MissingTag = z.infer<typeof MissingTag>;

/** What was found, and at which place of the list checked. */
export type At<T> = T & { readonly index: number };

/** Tags given elsewhere that the list must agree with. */
type Beside = { readonly field: NonNullable<Followed['field']>; readonly tags: readonly string[] };

/** Whether either row names the other: a conflict holds both ways, however it was written down. */
function conflict(one: string, other: string): boolean {
  return tagRow(one)?.conflicts.includes(other) === true || tagRow(other)?.conflicts.includes(one) === true;
}

/**
 * The conflict between two given tags, implications counted; undefined where there is none. A closure begins with
 * the tag it is of, so the first pair found is the one nearest to what was given.
 */
function conflictBetween(one: Omit<Followed, 'tag'>, other: Omit<Followed, 'tag'>): TagConflict | undefined {
  for (const tag of withImplied([one.from])) {
    for (const opposite of withImplied([other.from])) {
      if (conflict(tag, opposite)) return { one: { tag, ...one }, other: { tag: opposite, ...other } };
    }
  }
  return undefined;
}

/**
 * Every pair of given tags that conflicts, over the closure of `implies`: one finding a pair, at the later of the two.
 * A certificate past its date still says what the data is, so dates play no part.
 */
export function tagConflicts(tags: readonly string[], beside?: Beside): readonly At<TagConflict>[] {
  const others = (beside?.tags ?? []).map((from) => ({ from, field: beside?.field }));
  return tags.flatMap((from, index) =>
    [...others, ...tags.slice(0, index).map((earlier) => ({ from: earlier }))].flatMap((other) => {
      const found = conflictBetween({ from }, other);
      return found ? [{ ...found, index }] : [];
    }),
  );
}

/** What a party is, the operator records: it stands on no listing, and is asked for when a pair is judged. */
const isOfParty = (tag: string): boolean => tagRow(tag)?.kind === 'actor';

/** Every tag that a given tag, or one that it implies, requires and that is neither given nor implied: once a given tag. */
export function missingTags(tags: readonly string[]): readonly At<MissingTag>[] {
  const carried = withImplied(tags);
  return tags.flatMap((from, index) => {
    const missing = new Map<string, At<MissingTag>>();
    for (const tag of withImplied([from])) {
      for (const required of tagRow(tag)?.requires ?? []) {
        if (isOfParty(required)) continue;
        if (!carried.has(required) && !missing.has(required))
          missing.set(required, { tag, from, missing: required, index });
      }
    }
    // One that another missing tag implies need not be asked for beside it.
    const implied = (id: string): boolean =>
      [...missing.keys()].some((other) => other !== id && withImplied([other]).has(id));
    return [...missing.values()].filter((found) => !implied(found.missing));
  });
}
