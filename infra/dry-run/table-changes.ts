import { canonical } from '../../domain/canonical.ts';
import type { Rules } from './rules.ts';

type Row = { readonly id: string; readonly unknown: readonly string[] };
type Table = { readonly version: string; readonly effectiveFrom: string; readonly rows: readonly Row[] };

const names = {
  purposeRules: 'purpose-rules',
  flowRules: 'cross-border-rules',
  tradability: 'security-levels',
} as const;

const idsOf = (rows: readonly Row[]): string => rows.map(({ id }) => id).join(' ');

function changesOf(before: Table, after: Table): readonly string[] {
  const old = new Map(before.rows.map((row) => [row.id, row]));
  const fresh = new Set(after.rows.map(({ id }) => id));
  const kinds = [
    ['added', after.rows.filter(({ id }) => !old.has(id))],
    ['removed', before.rows.filter(({ id }) => !fresh.has(id))],
    ['changed', after.rows.filter((row) => old.has(row.id) && canonical(old.get(row.id)) !== canonical(row))],
  ] as const;
  return kinds.flatMap(([kind, rows]) => (rows.length > 0 ? [`  ${rows.length} rows ${kind}: ${idsOf(rows)}`] : []));
}

/** Rows that are judged by a person wherever they may apply, and what of them is not understood. */
const notUnderstood = ({ rows }: Table): readonly string[] =>
  rows
    .filter(({ unknown }) => unknown.length > 0)
    .map(({ id, unknown }) => `  not understood, so a person decides: ${id} (${unknown.join(', ')})`);

const issue = ({ version, effectiveFrom }: Table): string => `${version} (from ${effectiveFrom})`;

/** For a person: which issues are compared, which rows differ, and which are not understood. */
export function tableChanges(before: Rules, after: Rules): readonly string[] {
  const tables = (Object.keys(names) as (keyof typeof names)[]).flatMap((key) => {
    const [one, other]: readonly [Table, Table] = [before.rulebook[key], after.rulebook[key]];
    const changes = changesOf(one, other);
    const unchanged = changes.length === 0 ? ['  the same rows'] : changes;
    return [`${names[key]}: ${issue(one)} to ${issue(other)}`, ...unchanged, ...notUnderstood(other)];
  });
  const isSame = canonical(before.weights) === canonical(after.weights);
  return [
    ...tables,
    `weights: ${before.weightsVersion} to ${after.weightsVersion}`,
    ...(isSame ? ['  the same weights'] : weightChanges(before, after)),
  ];
}

function weightChanges({ weights: before }: Rules, { weights: after }: Rules): readonly string[] {
  const old: Readonly<Record<string, number>> = before;
  return Object.entries(after)
    .filter(([id, weight]) => old[id] !== weight)
    .map(([id, weight]) => `  ${id}: ${old[id]} to ${weight}`);
}
