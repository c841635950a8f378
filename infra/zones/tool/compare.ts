import type { Zone } from '../zone.ts';

type Leaf = readonly [path: string, value: string];

/** What an item of a list is known by: an edition by its version. */
function keyOf(item: unknown, index: number): string {
  return typeof item === 'object' && item !== null && 'version' in item ? String(item.version) : String(index);
}

/** Every setting with the way to it; a list of plain values is one setting. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), String(value)]];
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object');
    if (isPlain) return [[path.join('.'), value.length === 0 ? 'none' : value.join(', ')]];
    return value.flatMap((item, index) => leavesOf(item, [...path, keyOf(item, index)]));
  }
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
}

/** Places are told by their names. */
const settingsOf = ({ members, ...zone }: Zone): ReadonlyMap<string, string> =>
  new Map(leavesOf({ ...zone, members: members.map(({ code, zh, en }) => `${code} ${zh} ${en}`) }));

/** What the second record has other than the first, a line a setting: `region: cn-north-1 → ap-east-1`. */
export function differences(one: Zone, other: Zone): readonly string[] {
  const [before, after] = [settingsOf(one), settingsOf(other)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path}: ${before.get(path) ?? 'nothing'} → ${after.get(path) ?? 'nothing'}`);
}

/** Hosts that stand for others (RFC 2606, and the same under the domains of the places). */
const exampleHost = /(^|[.@/])example(\.(cn|hk|mo|com|net|org))?($|[/:])/;

/** Settings that still name a host that nobody has: to be said before a deploy. */
export const placeholders = (zone: Zone): readonly string[] =>
  leavesOf(zone)
    .filter(([, value]) => exampleHost.test(value))
    .map(([path, value]) => `${path} (${value})`);
