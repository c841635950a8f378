import * as z from 'zod';
import { ProblemAnswer, pageOf, TokenAnswer } from './answers.ts';
import { DemoFailure } from './demo-failure.ts';

/** Who calls: a member for its organization, or the operator. */
export type Caller = { readonly id: string; readonly scope: 'member' | 'operator' };

export const operator: Caller = { id: 'zone-operator', scope: 'operator' };
export const memberOf = (id: string): Caller => ({ id, scope: 'member' });

type Request = { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string; readonly body?: unknown };
type Addresses = { readonly api: string; readonly tokenEndpoint: string };

/** The most that a page may hold. */
const pageSize = 100;

async function answerTo(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new DemoFailure(`There is no answer from ${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What a refusal says, in one sentence. */
function refusalIn(text: string): string {
  try {
    const { title, detail, errors } = ProblemAnswer.parse(JSON.parse(text));
    const fields = errors.map((error) => `${error.pointer} ${error.detail}`);
    return [title, detail, ...fields].filter(Boolean).join(' | ');
  } catch {
    return text.slice(0, 200) || 'no explanation';
  }
}

/** The body of an answer, parsed. Throws DemoFailure where the request was refused or the answer is not what it should be. */
async function bodyOf<T>(response: Response, what: string, schema: z.ZodType<T>): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new DemoFailure(`${what} was answered with ${response.status}: ${refusalIn(text)}`);
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new DemoFailure(`${what} answered something else than agreed.\n${z.prettifyError(parsed.error)}`);
}

/** Speaks to a zone as any caller from outside does: HTTP with access tokens, and nothing else. */
export function makeZoneClient({ api, tokenEndpoint }: Addresses) {
  const tokens = new Map<string, Promise<string>>();

  async function fetchToken({ id, scope }: Caller): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: 'demo',
      scope,
    });
    const response = await answerTo(tokenEndpoint, { method: 'POST', body });
    return (await bodyOf(response, `The token for ${id}`, TokenAnswer)).access_token;
  }

  /** A token of the caller, asked for once. */
  function token(caller: Caller): Promise<string> {
    const key = `${caller.scope} ${caller.id}`;
    const known = tokens.get(key) ?? fetchToken(caller);
    tokens.set(key, known);
    return known;
  }

  async function call<T>(
    caller: Caller,
    { method, path, body }: Request,
    schema: z.ZodType<T>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const response = await answerTo(`${api}${path}`, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${await token(caller)}`,
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return bodyOf(response, `${method} ${path} by ${caller.id}`, schema);
  }

  /** Every item of a list, page after page. */
  async function all<T>(caller: Caller, path: string, item: z.ZodType<T>): Promise<readonly T[]> {
    const items: T[] = [];
    let cursor: string | null | undefined;
    do {
      const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) });
      const page = await call(caller, { method: 'GET', path: `${path}?${query}` }, pageOf(item));
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  return { token, call, all };
}

export type ZoneClient = ReturnType<typeof makeZoneClient>;
