import { Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { Problem, type ProblemType, problemTypes } from '../_runtime/problem.ts';
import { problemAnswer } from '../_runtime/problem-answer.ts';
import { refTo } from './components.ts';
import { problemDetails } from './examples/problems.ts';
import { headerRefs } from './headers.ts';
import type { Access, Operation } from './operation.ts';

const ofAccess: Readonly<Record<Access, readonly ProblemType[]>> = {
  open: [],
  'any-token': [],
  member: ['wrong-scope', 'no-organization'],
  operator: ['wrong-scope', 'no-organization', 'no-subject'],
  'member-or-operator': ['wrong-scope', 'no-organization', 'no-subject'],
};

/** Every problem that an operation may answer with. */
export function problemsOf(operation: Operation): readonly ProblemType[] {
  if (operation.isPage) return [];
  const { access, pathParameters, query, headers, ifMatch, body, isMessage, counted, problems = [] } = operation;
  return [
    ...ofAccess[access],
    ...(query || headers ? (['invalid-parameter'] as const) : []),
    ...(pathParameters ? (['not-found'] as const) : []),
    ...(ifMatch ? (['version-conflict'] as const) : []),
    ...(ifMatch === 'needed' ? (['version-needed'] as const) : []),
    ...(body ? (['invalid-json', 'not-json', 'too-large', 'invalid-fields'] as const) : []),
    ...(isMessage ? (['not-a-message', 'too-large'] as const) : []),
    ...(counted ? (['too-many-requests'] as const) : []),
    ...(counted === 'standing' ? (['suspended'] as const) : []),
    ...problems,
    'internal',
  ];
}

const exampleName = (type: ProblemType, locale: Locale): string => `${type}.${locale}`;

function exampleOf(type: ProblemType, locale: Locale): object {
  const { detail, errors } = problemDetails[type];
  const { body = '' } = problemAnswer(
    new Problem(type, detail, errors),
    locale,
    '6ac6f0f4-58c1-4f6f-a1f1-7a1d34a9d1c2',
  );
  return { summary: nameIn(locale, problemTypes[type].title), value: JSON.parse(body) };
}

const types = Object.keys(problemTypes).filter((name): name is ProblemType => name in problemTypes);

/** An example of each problem in each language, made as the API makes it. */
export const problemExamples = () =>
  Object.fromEntries(
    types.flatMap((type) =>
      Locale.options.map((locale) => [exampleName(type, locale), exampleOf(type, locale)] as const),
    ),
  );

/** The content of an answer that is one of these problems, all of one status. */
export function problemContent(status: number, given: readonly ProblemType[]) {
  const examples = given.flatMap((type) =>
    Locale.options.map((locale) => [
      exampleName(type, locale),
      { $ref: `#/components/examples/${exampleName(type, locale)}` },
    ]),
  );
  const type = { enum: given.map((name) => `urn:zonematch:problem:${name}`) };
  return {
    schema: { ...refTo('ProblemAnswer'), properties: { type, status: { const: status } } },
    examples: Object.fromEntries(examples),
  };
}

/** The headers of every problem. */
export const problemHeaders = headerRefs(['Cache-Control', 'Content-Language']);
