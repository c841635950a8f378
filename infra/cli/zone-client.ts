import * as z from 'zod';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { CliFailure, Refused } from './failure.ts';
import { harmless } from './harmless.ts';

const Problem = z.object({
  title: z.string(),
  detail: z.string().default(''),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});
const Page = z.object({ items: z.array(z.looseObject({})), nextCursor: z.string().optional() });

/** Anything that the zone answers with: shown as it is, and read where a command must know. */
export type Json = Readonly<Record<string, unknown>>;
export const Json: z.ZodType<Json> = z.looseObject({});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Sent = { readonly body?: unknown; readonly ifMatch?: string | undefined };
type Query = Readonly<Record<string, string | number | undefined>>;
export type Answer = { readonly body: unknown; readonly etag: string | undefined };

/** The most that a page may hold. */
const pageSize = 100;

/** What a refusal says, in one sentence of the reader's language: the zone is asked for it. */
function refusalIn(text: string): string {
  try {
    const { title, detail, errors } = Problem.parse(JSON.parse(text));
    return [title, detail, ...errors.map((error) => `${error.pointer} ${error.detail}`)].filter(Boolean).join(' | ');
  } catch {
    return text.slice(0, 200) || 'no explanation';
  }
}

/** A path with values in it, each as one segment. */
export const path = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  parts.reduce((made, part, index) => `${made}${encodeURIComponent(values[index - 1] ?? '')}${part}`);

/** Speaks to a zone as the operator does: HTTP with a token, and nothing else. */
export function makeZoneClient(api: string, token: () => Promise<string>, locale: Locale) {
  async function call(method: Method, at: string, { body, ifMatch }: Sent = {}): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${await token()}`,
      'accept-language': locale,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    };
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${api}${at}`, sent).catch(() => {
      throw new CliFailure({ zh: `${api} 没有应答。`, en: `No zone answers at ${api}.` });
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(answer.status, harmless(refusalIn(text)));
    return { body: text === '' ? undefined : JSON.parse(text), etag: answer.headers.get('etag') ?? undefined };
  }

  return {
    call,

    /** At most so many items of a list, page after page, and whether there are more. */
    async list(at: string, query: Query, most: number): Promise<{ readonly items: Json[]; readonly isMore: boolean }> {
      const items: Json[] = [];
      let cursor: string | undefined;
      do {
        const limit = Math.min(pageSize, most - items.length);
        const said = Object.entries({ ...query, limit, cursor }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as const],
        );
        const page = Page.parse((await call('GET', `${at}?${new URLSearchParams(Object.fromEntries(said))}`)).body);
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined && items.length < most);
      return { items, isMore: cursor !== undefined };
    },
  };
}

export type ZoneClient = ReturnType<typeof makeZoneClient>;
