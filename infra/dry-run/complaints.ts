import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** More than these are counted, not told: one line of a file is to stay one line of a terminal. */
const mostTold = 8;

const escaped = (step: PropertyKey): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (path: readonly PropertyKey[]): string => path.map((step) => `/${escaped(step)}`).join('') || '/';

/** What was given, where it is short enough to show back. */
const shown = (given: unknown): string => (typeof given === 'string' && given.length <= 40 ? ` “${given}”` : '');

/** A rule of the domain by its code and facts; its sentences in two languages belong to the HTTP face. */
function ruleBroken({ input, params }: z.core.$ZodIssueCustom): string {
  const { code = 'not-allowed', ...facts } = params ?? {};
  const because = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : '';
  return `${String(code).replaceAll('-', ' ')}${shown(input)}${because}`;
}

/** The branch of a union that was most likely meant: the one that fails deepest, or by a rule of the domain. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'custom' ? 0.5 : 0)), 0);
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

function saidOf(issue: Issue, base: readonly PropertyKey[] = []): readonly string[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${pointer([...path, key])} unknown field`);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return meantBranch(issue.errors).flatMap((inner) => saidOf(inner, path));
  }
  if (issue.code === 'custom') return [`${pointer(path)} ${ruleBroken(issue)}`];
  if (issue.code === 'invalid_type' && issue.input === undefined) return [`${pointer(path)} missing`];
  return [`${pointer(path)} ${issue.message}`];
}

/** Each field that is wrong, by its JSON Pointer (RFC 6901), and why. */
export function complaintsOf(issues: readonly Issue[]): string {
  const said = [...new Set(issues.flatMap((issue) => saidOf(issue)))];
  const more = said.length > mostTold ? [`and ${said.length - mostTold} more`] : [];
  return [...said.slice(0, mostTold), ...more].join('; ');
}
