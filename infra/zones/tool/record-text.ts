import { type Answers, presetOf } from './answers.ts';

/** How a record is called in code: `cnGzBigdata` for `cn-gz-bigdata`. */
const recordName = (id: string): string => id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The file of a new record; whatever formats it makes it look like the others. */
export function recordText(answers: Answers): string {
  const { id, name, kind, members, since, provenance, region } = answers;
  const preset = presetOf(answers);
  const own = { name, kind, members, since, provenance, region, negativeLists: [] };
  const fields = Object.entries(own).map(([field, value]) => `${field}: ${JSON.stringify(value)},`);
  return [
    `import { ${preset.name} } from './presets.ts';`,
    `import type { Zone } from './zone.ts';`,
    '',
    `export const ${recordName(id)}: Zone = {`,
    `...${preset.name}(${preset.values.map((value) => JSON.stringify(value)).join(', ')}),`,
    ...fields,
    '};',
    '',
  ].join('\n');
}

const listEnd = /(export const zones: readonly Zone\[\] = \[[^\]]*?),?\s*\];/;

/** The list of zones with one more at its end. Throws where it is not written as expected. */
export function withZone(list: string, id: string): string {
  if (!listEnd.test(list)) throw new Error('zones.ts has no list of zones that a record could be added to');
  const added = list.replace(listEnd, (_, before: string) => `${before}, ${recordName(id)}];`);
  return `import { ${recordName(id)} } from './${id}.ts';\n${added}`;
}
