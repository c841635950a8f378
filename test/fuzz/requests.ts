import fc from 'fast-check';
import { z } from 'zod';
import { bodies } from './bodies.ts';
import { hostileText } from './hostile.ts';
import { makeValues } from './values.ts';

/** Who sends it: by name, since tokens differ from run to run. */
export type CallerName = 'nobody' | 'member-a' | 'member-b' | 'operator' | 'no-organization' | 'forged';

/** A request as it is made up. Ids of what is in the zone stand in it by name, in braces: `{own-offer}`. */
export type FuzzRequest = {
  readonly method: string;
  /** The operation's path in the document. */
  readonly template: string;
  readonly path: string;
  readonly query: string;
  readonly caller: CallerName;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** A body as a form, with names in it as in a path. */
  readonly form?: string;
};

const Parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() });
const Operation = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.unknown()),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown() })) })
    .optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
type Operation = z.infer<typeof Operation>;

const everyone: readonly CallerName[] = ['nobody', 'member-a', 'member-b', 'operator', 'no-organization', 'forged'];

/** Mostly those who may call it, so that most requests come past the gateway. */
function callersOf({ security }: Operation): fc.Arbitrary<CallerName> {
  const scopes = security.flatMap(({ accessToken = [] }) => accessToken);
  const allowed = everyone.filter(
    (name) =>
      scopes.length === 0 ||
      (scopes.includes('member') && name.startsWith('member')) ||
      (scopes.includes('operator') && name === 'operator'),
  );
  return fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...allowed) },
    { weight: 1, arbitrary: fc.constantFrom(...everyone) },
  );
}

const kinds = ['offer', 'demand', 'match', 'review'];
const names = kinds.flatMap((kind) => [`{own-${kind}}`, `{own-${kind}}`, `{${kind}-of-victim}`]);
const strangers = ['offer', 'demand', 'match'].map((kind) => `${kind}-${'0123456789abcdef'.repeat(2)}`);

/** What is withdrawn is open to no other operation: so that spare listings alone are. */
const isWithdrawal = (method: string, template: string): boolean => method === 'DELETE' && template.endsWith('/{id}');

/** Ids of the kind that a path is about: mostly the caller’s own. */
function fitting(method: string, template: string): readonly string[] {
  if (template.startsWith('/v1/docs')) return ['start.js', 'swagger-ui.css', 'index.html'];
  if (template.startsWith('/v1/organizations')) return ['org-fuzz', 'org-fuzz-2'];
  const kind = kinds.find((one) => template.startsWith(`/v1/${one}s`)) ?? 'offer';
  const own = isWithdrawal(method, template) ? `{own-spare-${kind}}` : `{own-${kind}}`;
  return [own, own, own, `{${kind}-of-victim}`];
}

/** Ids in a path: of the right kind or another, one’s own or another’s, none, and what is no segment at all. */
const idsIn = (method: string, template: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fitting(method, template)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...(isWithdrawal(method, template) ? strangers : [...names, ...strangers])),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{own-spare-offer}%00',
        '%7Boffer%7D',
        '..',
        '../{offer-of-victim}',
        '%2e%2e%2f{offer-of-victim}',
        '.',
        '%ff',
        '%',
        '{offer-of-victim}/../{own-spare-offer}',
        '{offer-of-victim};a=b',
        'OFFER-0123456789ABCDEF0123456789ABCDEF',
        'a'.repeat(2000),
      ),
    },
    { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2000)) },
  );

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
function queryPart(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const known =
    name === 'cursor'
      ? fc.constantFrom(...cursors)
      : ['offer', 'demand', 'subject'].includes(name)
        ? fc.constantFrom(...named(name))
        : name === 'token'
          ? fc.constantFrom('{own-invitation}', '{own-invitation}', '{invitation-of-b}', 'a.b.c')
          : value.map(String);
  const text = fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: hostileText });
  return text.map((said) => {
    const isName = /^\{[a-z-]+\}$/.test(said);
    return `${name}=${isName ? said : encodeURIComponent(said.toWellFormed())}`.slice(0, 3000);
  });
}

const oddQuery = fc.constantFrom(
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

const languages = fc.constantFrom(
  'zh-CN',
  'en',
  'en-GB,en;q=0.8',
  '*',
  'x-klingon',
  ';q=,',
  'en;q=NaN',
  'e'.repeat(500),
);
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

const typesBut = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(right) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; charset=utf-16',
        'APPLICATION/JSON;',
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/json, application/json',
        'application/octet-stream',
        '\u00ff',
      ),
    },
  );
/** What pressing a button sends, mostly with a link that means something. */
const forms: fc.Arbitrary<string> = fc
  .record({
    token: fc.oneof(
      { weight: 4, arbitrary: fc.constant('{own-invitation}') },
      { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)) },
    ),
    answer: fc.constantFrom('confirm', 'refuse', 'confirm', '', '__proto__', 'confirm&answer=refuse'),
    lang: fc.constantFrom('en', 'zh-CN', 'fr', ''),
  })
  .map(({ token, answer, lang }) => `token=${token}&answer=${answer}&lang=${lang}`);

const keys = fc.oneof(
  fc.constantFrom(
    'same',
    'another',
    '__proto__',
    'a'.repeat(255),
    'a'.repeat(256),
    'with space',
    '\u00e9',
    '"quoted"',
    '#',
  ),
  fc.uuid(),
);
const versions = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"1"',
      '"2"',
      '*',
      'W/"1"',
      '1',
      '""',
      '"1", "2"',
      '"9007199254740993"',
      'x'.repeat(300),
      ',',
    ),
  },
);
const odd = fc.constantFrom<Record<string, string>>(
  { 'content-encoding': 'gzip' },
  { 'if-none-match': '*' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-for': '127.0.0.1' },
  { origin: 'https://evil.example' },
  { accept: 'text/html' },
  { cookie: 'a=b; __proto__=c' },
  { range: 'bytes=0-1' },
);

const sometimes = <T>(percent: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value });

/** Requests to every operation of a document, in equal parts, and some to none of them. */
export function requestsOf(document: unknown): fc.Arbitrary<FuzzRequest> {
  const { paths, components } = Document.parse(document);
  const arbitraryOf = makeValues(components.schemas);

  function requestTo(template: string, method: string, operation: Operation): fc.Arbitrary<FuzzRequest> {
    const parameters = operation.parameters.flatMap((given) => Parameter.safeParse(given).data ?? []);
    const query = parameters
      .filter((one) => one.in === 'query')
      .map(({ name, schema, required }) => sometimes(required ? 95 : 30, queryPart(name, arbitraryOf(schema))));
    const { [json]: asJson, [form]: asForm } = operation.requestBody?.content ?? {};
    const media = asForm ? form : json;
    return fc
      .record({
        caller: callersOf(operation),
        id: idsIn(method, template),
        query: fc.tuple(...query, sometimes(8, oddQuery)),
        type: sometimes(operation.requestBody ? 95 : 20, typesBut(media)),
        language: sometimes(30, languages),
        key: sometimes(30, keys),
        version: sometimes(70, versions),
        odd: sometimes(15, odd),
        body: asJson ? bodies(asJson.example, arbitraryOf(asJson.schema)) : fc.constant(undefined),
        form: asForm ? forms : fc.constant(undefined),
      })
      .map(({ caller, id, query: parts, type, language, key, version, odd: other, body, form: sent }) => ({
        method,
        template,
        path: template.replace(/\{[a-z]+\}/, id),
        query: parts.filter((part) => part !== undefined).join('&'),
        caller,
        headers: {
          ...(type !== undefined && { 'content-type': type }),
          ...(language !== undefined && { 'accept-language': language }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(version !== undefined && { 'if-match': version }),
          ...other,
        },
        body,
        ...(sent !== undefined && { form: sent }),
      }));
  }

  const ofDocument = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      weight: 4,
      arbitrary: requestTo(template, method.toUpperCase(), operation),
    })),
  );
  const elsewhere = fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'),
      fc.constantFrom(
        '/',
        '//',
        '/v1',
        '/v1/',
        '/v1/offers/',
        '//evil.example/v1/offers',
        '/V1/offers',
        '/v2/offers',
        '/%2e%2e/health',
        '/v1/offers/{own-offer}/x',
      ),
      fc.constantFrom(...everyone),
    )
    .map(([method, path, caller]) => ({
      method,
      template: path,
      path,
      query: '',
      caller,
      headers: {},
      body: undefined,
    }));
  return fc.oneof(...ofDocument, { weight: 4, arbitrary: elsewhere });
}
