import fc from 'fast-check';
import { hostileBytes, hostileJson, hostileText } from './hostile.ts';

/** A place in a JSON value, as the steps to it. */
type Place = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...at, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, item]) => placesIn(item, [...at, name]))
      : [];
  return [at, ...inner];
}

/** What is done to one place of a body. `json` stands there as it is, also what no value could be written as. */
type Change =
  | { readonly kind: 'replace'; readonly json: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'add'; readonly name: string; readonly json: string }
  | { readonly kind: 'twice'; readonly json: string };

/** JSON of a value with one place changed. */
function written(value: unknown, place: Place, change: Change, at: Place = []): string | undefined {
  const isHere = at.length === place.length && at.every((step, index) => step === place[index]);
  if (isHere && change.kind === 'replace') return change.json;
  if (isHere && change.kind === 'remove') return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => written(item, place, change, [...at, index]) ?? []);
    return `[${[...items, ...(isHere && change.kind !== 'twice' && change.kind === 'add' ? [change.json] : [])].join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([name, item]) => {
    const text = item === undefined ? undefined : written(item, place, change, [...at, name]);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  const first = Object.keys(value)[0];
  if (isHere && change.kind === 'add') members.push(`${JSON.stringify(change.name)}:${change.json}`);
  if (isHere && change.kind === 'twice' && first !== undefined) members.push(`${JSON.stringify(first)}:${change.json}`);
  return `{${members.join()}}`;
}

const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'id', 'organizationId', 'status', 'version'),
  hostileText,
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: hostileJson.map((json): Change => ({ kind: 'replace', json })) },
  { weight: 2, arbitrary: fc.constant<Change>({ kind: 'remove' }) },
  {
    weight: 2,
    arbitrary: fc.tuple(name, hostileJson).map(([added, json]): Change => ({ kind: 'add', name: added, json })),
  },
  { weight: 1, arbitrary: hostileJson.map((json): Change => ({ kind: 'twice', json })) },
);

const changed = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
  fc.tuple(value, fc.nat(), change).map(([body, pick, what]) => {
    const places = placesIn(body);
    return Buffer.from(written(body, places[pick % places.length] ?? [], what) ?? '');
  });

/** What fields of forms may say, rightly or nearly. */
const said: Readonly<Record<string, readonly string[]>> = {
  answer: ['confirm', 'refuse', 'confirm', '', '__proto__', 'confirm&answer=refuse'],
  'List-Unsubscribe': ['One-Click', 'One-Click', 'one-click', '', 'One-Click&List-Unsubscribe=x'],
  action: ['save', 'save', 'withdraw', '', 'toString'],
  matches: ['as-posted', 'daily', 'off', 'hourly', ''],
  supplierReport: ['weekly', 'off', '', '__proto__'],
  locale: ['en', 'zh-CN', 'fr', ''],
  lang: ['en', 'zh-CN', 'fr', ''],
};

const saying = (name: string, values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values).map((value) => `${name}=${value}`);

/** Forms: what pressing a button sends, mostly with a link that means something. */
export const formsWith = (token: string): fc.Arbitrary<string> => {
  const link = fc.oneof(
    { weight: 4, arbitrary: fc.constant(token) },
    { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)) },
  );
  const fields = Object.entries(said).map(([name, values]) => saying(name, values));
  return fc.tuple(link, ...fields).map(([first, ...rest]) => [`token=${first}`, ...rest].join('&'));
};

/** Mail messages: the example, one with a piece of it out or doubled, or with something else in its place, and what is none. */
export const messages = (example: string): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(Buffer.from(example)) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          fc.nat(example.length),
          fc.nat(80),
          fc.oneof(fc.constantFrom('', '\r\n\r\n', '--part\r\n', '\u0000'), hostileText),
        )
        .map(([start, length, piece]) => Buffer.from(example.slice(0, start) + piece + example.slice(start + length))),
    },
    { weight: 3, arbitrary: hostileBytes },
  );

/** Bodies: a few right ones, since each starts work in the zone, most nearly right, and some that are none. */
export const bodies = (example: unknown, value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(Buffer.from(JSON.stringify(example))) },
    { weight: 2, arbitrary: value.map((body) => Buffer.from(JSON.stringify(body))) },
    { weight: 10, arbitrary: changed(fc.constant(example)) },
    { weight: 6, arbitrary: changed(value) },
    { weight: 3, arbitrary: hostileBytes },
  );
