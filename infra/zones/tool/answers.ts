import { mainlandZone, outsideZone } from '../presets.ts';
import { type RegionId, regionIds, regionOf } from '../regions.ts';
import type { Zone } from '../zone.ts';
import { type Member, zoneKinds } from '../zone-place.ts';
import type { Said } from './settings.ts';
import { WrongUse } from './wrong-use.ts';

/** What a new record says in place of its preset. */
export type Answers = Pick<Zone, 'id' | 'name' | 'kind' | 'members' | 'since' | 'provenance' | 'region'>;

/** Asks a person, in order; nothing where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) | undefined;

function memberOf(text: string): Member {
  const [code = '', zh = '', en = '', ...rest] = text.split('/').map((part) => part.trim());
  if (code && zh && en && rest.length === 0) return { code, zh, en };
  throw new WrongUse(`The member “${text}” is not CODE/ZH/EN, such as 520000/贵州省/Guizhou.`);
}

function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  throw new WrongUse(`The ${name} “${text}” is none of ${known.join(', ')}.`);
}

/** Whatever was not said is asked for. Throws WrongUse where nobody answers, or where an answer is none. */
export async function readAnswers(id: string, said: Said, ask: Ask): Promise<Answers> {
  const absent = (['zh', 'en', 'kind', 'member', 'since', 'source', 'region'] as const).filter(
    (name) => said[name] === undefined,
  );
  if (absent.length > 0 && !ask)
    throw new WrongUse(`Needed and not given: ${absent.map((name) => `--${name}`).join(', ')}; --help says more.`);
  const text = async (value: string | undefined, question: string): Promise<string> =>
    (value ?? (await ask?.(`${question}: `)) ?? '').trim();
  const zh = await text(said.zh, 'Name in Chinese');
  const en = await text(said.en, 'Name in English');
  const kind = oneOf('kind', await text(said.kind, `Kind (${zoneKinds.join(', ')})`), zoneKinds);
  const members = said.member ?? (await text(undefined, 'Members, CODE/ZH/EN, parted by commas')).split(/[,，]/);
  const since = await text(said.since, 'Since (a year, a month or a day)');
  const source = await text(said.source, 'Source of these facts');
  const region = oneOf('region', await text(said.region, `Region (${regionIds.join(', ')})`), regionIds);
  const provenance = { source, fromGeneralKnowledge: [] };
  return { id, name: { zh, en }, kind, members: members.map(memberOf), since, provenance, region };
}

/** Under whose law the places of a region outside the mainland are; by their codes of GB/T 2260. */
const outsideJurisdiction = (members: readonly Member[]): 'HK' | 'MO' =>
  members.every(({ code }) => code.startsWith('82')) ? 'MO' : 'HK';

/** How a region's records begin: the preset, by name, and what it is given. */
export function presetOf({ id, region, members }: Pick<Answers, 'id' | 'region' | 'members'>) {
  if (isMainland(region)) return { name: 'mainlandZone', values: [id], zone: mainlandZone(id) } as const;
  const jurisdiction = outsideJurisdiction(members);
  return { name: 'outsideZone', values: [id, jurisdiction], zone: outsideZone(id, jurisdiction) } as const;
}

const isMainland = (region: RegionId): boolean => regionOf(region).jurisdiction === 'CN';

/** The record that the answers make. */
export const zoneFrom = (answers: Answers): Zone => ({ ...presetOf(answers).zone, ...answers, negativeLists: [] });
