import type * as z from 'zod';
import { en, zhCN } from 'zod/locales';
import { jsonPointer } from './json-pointer.ts';
import type { FieldError } from './problem.ts';
import { sentenceOf } from './rule-sentences.ts';

type Issue = z.core.$ZodIssue;
const sentences = { zh: zhCN().localeError, en: en().localeError };

const worded = (answer: ReturnType<typeof sentences.en>, fallback: string): string =>
  (typeof answer === 'string' ? answer : answer?.message) ?? fallback;

/** The branch of a union that the caller most likely meant: the one that fails deepest, or that a rule of ours refused. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'custom' ? 0.5 : 0)), 0);
  return branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

function toErrors(issue: Issue, base: readonly PropertyKey[]): readonly FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: jsonPointer([...path, key]),
      code: 'unknown-field',
      detail: sentenceOf('unknown-field')(key),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return meantBranch(issue.errors).flatMap((inner) => toErrors(inner, path));
  }
  if (issue.code === 'custom') {
    const code = String(issue.params?.['code'] ?? 'not-allowed');
    const sentence = sentenceOf(code);
    return [{ pointer: jsonPointer(path), code, detail: sentence(issue.input, issue.params) }];
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) return [{ pointer: jsonPointer(path), code: 'missing', detail: sentenceOf('missing')(undefined) }];
  // An issue with its input is a raw issue: zod's two types for it differ in what they leave optional.
  const raw = issue as z.core.$ZodRawIssue;
  return [
    {
      pointer: jsonPointer(path),
      code: issue.code.replaceAll('_', '-'),
      detail: { zh: worded(sentences.zh(raw), issue.message), en: worded(sentences.en(raw), issue.message) },
    },
  ];
}

/** For `safeParse`: issues carry the value that broke the rule, so that a sentence can name it. */
export const withInput = { reportInput: true } as const;

/** An answer names no more than this; the rest is said once these are mended. */
export const mostErrors = 100;

/** One error a field that is wrong, each with its JSON Pointer and a sentence in both languages; a hundred at the most. */
export function fieldErrors(error: z.core.$ZodError): readonly FieldError[] {
  return error.issues.flatMap((issue) => toErrors(issue, [])).slice(0, mostErrors);
}
