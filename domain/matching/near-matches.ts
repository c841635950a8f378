import type { Bilingual } from '../vocabulary/bilingual.ts';
import { levelName, listOf, tagName } from '../vocabulary/names.ts';
import type { Change } from './remedies.ts';

type Mendable = { readonly remedy?: readonly Change[] | undefined };

/** What one side can do, and the pairs that it would make match. */
export type NearMatchGroup<Pair> = { readonly changes: readonly Change[]; readonly pairs: readonly Pair[] };

const spoken = (change: Change): string => JSON.stringify(change);

/** Whether a party can make all of the changes by itself; of others it must not learn what the other side lacks. */
const isOwn = (changes: readonly Change[], side: Change['side']): boolean =>
  changes.every((change) => change.side === side);

/**
 * Pairs by what one side alone can do to mend them: the most first, equals by what has to be done. A pair that the other
 * side must change too is not among them: it would tell what that side lacks.
 */
export function groupByRemedy<Pair extends Mendable>(
  pairs: readonly Pair[],
  side: Change['side'],
): readonly NearMatchGroup<Pair>[] {
  const own = pairs.flatMap((pair) => {
    const changes = pair.remedy ?? [];
    return changes.length > 0 && isOwn(changes, side)
      ? [{ pair, changes, key: changes.map(spoken).sort().join() }]
      : [];
  });
  return [...Map.groupBy(own, ({ key }) => key)]
    .map(([key, members]) => ({ key, changes: members[0]?.changes ?? [], pairs: members.map(({ pair }) => pair) }))
    .sort((one, other) => other.pairs.length - one.pairs.length || (one.key < other.key ? -1 : 1))
    .map(({ changes, pairs: mended }) => ({ changes, pairs: mended }));
}

const standards: ReadonlyMap<string, Bilingual> = new Map([
  ['deidentified', { zh: '（GB/T 37964）', en: ' (GB/T 37964)' }],
  ['reid-level-3', { zh: '（GB/T 42460）', en: ' (GB/T 42460)' }],
  ['reid-level-4', { zh: '（GB/T 42460）', en: ' (GB/T 42460)' }],
]);

function phrase(change: Change): Bilingual {
  if (change.kind === 'lower-level') {
    const { zh, en } = levelName(change.level);
    return { zh: `将数据降至${zh}`, en: `offer data of ${en}` };
  }
  const { zh, en } = tagName(change.tag);
  const standard = standards.get(change.tag) ?? { zh: '', en: '' };
  if (change.kind === 'hold') {
    return { zh: `取得并由运营方核验“${zh}”`, en: `obtain, and have the operator verify, ${en}` };
  }
  return { zh: `为数据补充“${zh}”${standard.zh}`, en: `add to the data: ${en}${standard.en}` };
}

/** What has to be done, as a phrase in both languages. */
export const remedyPhrase = (changes: readonly Change[]): Bilingual => listOf(changes.map(phrase));
