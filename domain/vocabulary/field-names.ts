import synonyms from './data/field-synonyms.json' with { type: 'json' };

/** Width, case, spaces and punctuation say nothing about what a column is: `Plate No.`, `plate_no` and `ＰＬＡＴＥ－ＮＯ` are one. */
function normalizedField(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const groups = new Map(
  synonyms.rows.flatMap((row) => row.names.map((name) => [normalizedField(name), row.id] as const)),
);

/** What a column's name or label stands for: itself, normalised, and the group of synonyms that it belongs to. */
export function fieldNames(name: string | undefined): readonly string[] {
  if (name === undefined) return [];
  const own = normalizedField(name);
  if (own === '') return [];
  const group = groups.get(own);
  return group === undefined ? [own] : [own, `=${group}`];
}
