import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import table from './data/compliance-tags.json' with { type: 'json' };
import { smallTerm } from './term.ts';

const TagKind = z.enum([
  'law',
  'certification',
  'subject',
  'topic',
  'class',
  'origin',
  'state',
  'evidence',
  'licence',
  'right',
  'milestone',
  'mechanism',
  'delivery',
  'actor',
  'purpose',
]);

export const TagRow = z.object({
  id: z.string(),
  kind: TagKind,
  ...Bilingual.shape,
  implies: z.array(z.string()),
  conflicts: z.array(z.string()),
  requires: z.array(z.string()),
});
export type TagRow = z.infer<typeof TagRow>;

/** Every compliance tag of the vocabulary, in the order of the table. */
export const complianceTags: readonly TagRow[] = z.array(TagRow).parse(table.rows);

const rowsById = new Map(complianceTags.map((row) => [row.id, row]));

/** Whether the vocabulary has a tag, or a purpose, by this id. */
export const isTag = (id: string): boolean => rowsById.has(id);

/** Whether an id is a purpose of the vocabulary. */
export const isPurpose = (id: string): boolean => rowsById.get(id)?.kind === 'purpose';

/** The id of a compliance tag; purposes are tags too but have their own field on a listing. */
export const TagId = smallTerm.refine((id) => isTag(id) && !isPurpose(id), { params: { code: 'unknown-tag' } });
export type TagId = z.infer<typeof TagId>;

/** A purpose: a compliance tag of kind `purpose`. */
export const PurposeId = smallTerm.refine(isPurpose, { params: { code: 'unknown-purpose' } });
export type PurposeId = z.infer<typeof PurposeId>;

/** The row of a tag, or undefined where the id is not in the vocabulary. */
export function tagRow(id: string): TagRow | undefined {
  return rowsById.get(id);
}

function collect(id: string, into: Set<string>): void {
  if (into.has(id)) return;
  into.add(id);
  for (const implied of rowsById.get(id)?.implies ?? []) collect(implied, into);
}

const closures = new Map(
  complianceTags.map((row) => {
    const closure = new Set<string>();
    collect(row.id, closure);
    return [row.id, closure] as const;
  }),
);

/** The tags given and all that they imply (transitive closure of `implies`); an unknown tag implies itself alone. */
export function withImplied(ids: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const id of ids) for (const tag of closures.get(id) ?? [id]) all.add(tag);
  return all;
}
