import * as z from 'zod';
import { complianceTags, TagRow } from './compliance-tags.ts';
import table from './data/compliance-tag-sources.json' with { type: 'json' };

const TagSource = z.object({
  id: z.string(),
  source: z.string(),
  verification: z.enum(['verified', 'general-knowledge']),
});

/** A tag with where it stands written. No rule asks for that, so it is a table of its own, which few Lambdas load. */
export const SourcedTag = z.object({ ...TagRow.shape, ...TagSource.shape });
export type SourcedTag = z.infer<typeof SourcedTag>;

const sources = new Map(
  z
    .array(TagSource)
    .parse(table.rows)
    .map((row) => [row.id, row]),
);

/** Every compliance tag of the vocabulary with its source, in the order of the table. Throws a ZodError where one has none. */
export const sourcedTags: readonly SourcedTag[] = complianceTags.map((row) =>
  SourcedTag.parse({ ...row, ...sources.get(row.id) }),
);
