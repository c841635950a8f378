import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { makeDocument } from '../../functions/_openapi/document.ts';

/** What came back, as it came. */
export type Received = {
  readonly method: string;
  /** The path as it was sent, with or without a query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

const Header = z.object({ required: z.boolean().default(false), schema: z.unknown() });
const Response = z.object({
  $ref: z.string().optional(),
  headers: z.record(z.string(), z.object({ $ref: z.string() })).default({}),
  content: z.record(z.string(), z.unknown()).default({}),
});
const Operation = z.object({ responses: z.record(z.string(), Response) });
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ headers: z.record(z.string(), Header), responses: z.record(z.string(), Response) }),
});

const made = makeDocument();
const document = Document.parse(made);

const id = 'urn:zonematch:openapi';
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
// What stands at the root of the document beside what is JSON Schema in it.
ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components']);
ajv.addSchema({ ...made, $id: id });

const validators = new Map<string, ValidateFunction>();

function validatorAt(...steps: readonly string[]): ValidateFunction {
  const pointer = steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  const address = `${id}#${pointer.join('')}`;
  const validate = validators.get(address) ?? ajv.compile({ $ref: address });
  validators.set(address, validate);
  return validate;
}

/** What a value breaks of the schema at a place of the document. */
export function brokenBy(value: unknown, ...place: readonly string[]): readonly string[] {
  const validate = validatorAt(...place);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}

const templates = Object.keys(document.paths).map((template) => ({ template, segments: template.split('/') }));
const isParameter = (segment: string): boolean => segment.startsWith('{');

/** The path of the document that takes a path, what is written out before a parameter; undefined where there is none. */
function templateOf(path: string): string | undefined {
  const given = path.split('/');
  const fits = templates.filter(
    ({ segments }) =>
      segments.length === given.length &&
      segments.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index])),
  );
  const parameters = (segments: readonly string[]): number => segments.filter(isParameter).length;
  return fits.toSorted((one, other) => parameters(one.segments) - parameters(other.segments))[0]?.template;
}

/** Said of every answer, whatever it says, by the server or by what all Lambdas share. */
const general: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** What keeps a browser from making anything of an answer that it is not; of every answer of a Lambda. */
const security: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';.*frame-ancestors 'none'/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^no-referrer$/,
  'strict-transport-security': /^max-age=\d{8,}; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'x-permitted-cross-domain-policies': /^none$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'origin-agent-cluster': /^\?1$/,
  'permissions-policy': /^accelerometer=\(\)/,
  'x-dns-prefetch-control': /^off$/,
  'x-download-options': /^noopen$/,
};

function brokenHeaders(response: z.infer<typeof Response>, headers: Headers, isOurs: boolean): readonly string[] {
  const named = Object.values(response.headers).map(({ $ref }) => $ref.replace('#/components/headers/', ''));
  const documented = new Set(named.map((name) => name.toLowerCase()));
  // Where the gateway may answer too, the headers of problems are not said to be there, but may be.
  const allowed = new Set([...documented, ...general, ...Object.keys(security), 'cache-control', 'content-language']);
  const unknown = [...headers.keys()].filter((name) => !allowed.has(name) && !name.startsWith('access-control-'));
  const wrong = named.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return document.components.headers[name]?.required ? [`header ${name} is missing`] : [];
    return brokenBy(value, 'components', 'headers', name, 'schema').map((what) => `header ${name}: ${what}`);
  });
  const unsafe = Object.entries(security).flatMap(([name, expected]) =>
    isOurs && !expected.test(headers.get(name) ?? '') ? [`header ${name} is “${headers.get(name)}”`] : [],
  );
  return [...unknown.map((name) => `header ${name} is not in the document`), ...wrong, ...unsafe];
}

const isOfGateway = (text: string): boolean => /^\{"message":"[A-Z][A-Za-z ]+"\}$/.test(text);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an answer breaks of the document, in sentences; nothing where it keeps to it. */
export function complaints({ method, path, status, headers, text }: Received): readonly string[] {
  const { pathname } = new URL(`http://localhost${path}`);
  const template = templateOf(pathname);
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
  if (template === undefined || !operation) {
    return status === 404 && text === '{"message":"Not Found"}' ? [] : [`no operation answers ${status} ${text}`];
  }
  const response = operation.responses[status];
  if (!response) return [`status ${status} is not in the document: ${text.slice(0, 300)}`];
  const name = response.$ref?.replace('#/components/responses/', '');
  const shared = name === undefined ? undefined : document.components.responses[name];
  const place =
    name === undefined
      ? ['paths', template, method.toLowerCase(), 'responses', String(status)]
      : ['components', 'responses', name];
  const { content } = shared ?? response;
  const type = headers.get('content-type');
  const broken = brokenHeaders(shared ?? response, headers, !isOfGateway(text));
  const media = Object.keys(content);
  if (media.length === 0) return text === '' && type === null ? broken : [...broken, 'there should be no body'];
  if (type === null || !media.includes(type)) return [...broken, `content type ${type} is not in the document`];
  const value = type.endsWith('json') ? parsed(text) : text;
  return [...broken, ...brokenBy(value, ...place, 'content', type, 'schema')];
}

/** Throws, with what it breaks, where an answer is not of the document. */
export function assertInContract(received: Received): void {
  const broken = complaints(received);
  if (broken.length === 0) return;
  const { method, path, status, text } = received;
  throw new Error(
    `${method} ${path} answered ${status} outside the contract:\n  ${broken.join('\n  ')}\n  ${text.slice(0, 1000)}`,
  );
}
