import fc from 'fast-check';
import { hostileText } from './hostile.ts';
import { names } from './ids.ts';

const cursors = [
  '["a","b"]',
  '[1,2]',
  '["a"]',
  '{"a":1}',
  '["\\u0000",""]',
  '["99","zzz"]',
  `["${'a'.repeat(300)}","b"]`,
].map((text) => Buffer.from(text).toString('base64url'));

/** Ids for a parameter that names a thing: mostly of things of which the callers have a part. */
const named = (parameter: string): readonly string[] =>
  parameter === 'subject'
    ? names
    : [...names, ...Array(8).fill(`{${parameter}-of-a}`), ...Array(8).fill(`{${parameter}-of-b}`)];

/** One parameter of a query as it stands there, or nothing. */
export function queryPart(name: string, value: fc.Arbitrary<unknown>, token: string): fc.Arbitrary<string> {
  const known =
    name === 'cursor'
      ? fc.constantFrom(...cursors)
      : ['offer', 'demand', 'subject'].includes(name)
        ? fc.constantFrom(...named(name))
        : name === 'token'
          ? fc.constantFrom(`{own-${token}}`, `{own-${token}}`, `{${token}-of-b}`, '{invitation-of-b}', 'a.b.c')
          : value.map(String);
  const text = fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: hostileText });
  return text.map((said) => {
    const isName = /^\{[a-z-]+\}$/.test(said);
    return `${name}=${isName ? said : encodeURIComponent(said.toWellFormed())}`.slice(0, 3000);
  });
}

export const oddQuery = fc.constantFrom(
  '__proto__=1',
  'limit=1&limit=2',
  'a[b]=c',
  '%ff=%fe',
  '=',
  '&&',
  'limit',
  'cursor=%00',
  '?',
);
