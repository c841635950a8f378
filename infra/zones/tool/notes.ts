import { negativeListOf } from '../negative-lists.ts';
import type { Zone } from '../zone.ts';
import { placeholders } from './compare.ts';

/** What a person should do before a sound record is deployed, in sentences. */
export function notesOn(zone: Zone): readonly string[] {
  const lists = zone.negativeLists.map((id) => {
    const { version, published, url, doubt } = negativeListOf(id);
    return `Read the negative list ${id} (${version}, ${published}) at its own place: ${url}${doubt ? `. ${doubt}` : ''}`;
  });
  return [
    ...placeholders(zone).map((setting) => `Stands for yours: ${setting}`),
    ...lists,
    ...zone.provenance.fromGeneralKnowledge.map((fact) => `From general knowledge, checked by nobody: ${fact}`),
  ];
}
