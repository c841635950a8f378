import type { Bilingual } from './bilingual.ts';
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

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

const groupNames = new Map(
  synonyms.rows.map(({ id, names: [first = id, ...others] }) => [
    `=${id}`,
    {
      zh: [first, ...others].find(isChinese) ?? first,
      en: [first, ...others].find((name) => !isChinese(name)) ?? first,
    },
  ]),
);

/** What a column is called that `fieldNames` named: a group of synonyms by its first name, else itself. */
export function fieldName(name: string): Bilingual {
  return groupNames.get(name) ?? { zh: name, en: name };
}
