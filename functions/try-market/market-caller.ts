import * as z from 'zod';

const Listed = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });
const Found = z.object({ items: z.array(z.unknown()) });
const Posted = z.object({ id: z.string() });

/** The API answered what it should not have. The problem's type and no contents: messages of errors come into logs. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  constructor(what: string, status: number, problem: string) {
    super(`${what}: ${status} ${problem}`);
  }
}

const Problem = z.object({ type: z.string() }).catch({ type: '' });
const secondsToAnswer = 30;

type Side = 'offers' | 'demands';

/** The zone's API, called as one party from outside, as anybody calls it. */
export function makeMarketCaller(baseUrl: string, token: () => Promise<string>, newKey: () => string) {
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': newKey() }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(secondsToAnswer * 1000),
    });
    const text = await answer.text();
    const read: unknown = text === '' || !answer.headers.get('content-type')?.includes('json') ? {} : JSON.parse(text);
    if (!answer.ok)
      throw new UnexpectedAnswer(`${method} ${path.split('?')[0]}`, answer.status, Problem.parse(read).type);
    return read;
  }

  return {
    post: async (side: Side, body: object): Promise<string> => Posted.parse(await call('POST', `/v1/${side}`, body)).id,

    /** Those of its own that are listed under a title. */
    async listed(side: Side, title: string): Promise<readonly string[]> {
      const { items } = Listed.parse(await call('GET', `/v1/${side}?status=listed&limit=100`));
      return items.filter((one) => one.title === title).map(({ id }) => id);
    },

    async withdraw(side: Side, id: string): Promise<void> {
      await call('DELETE', `/v1/${side}/${id}`);
    },

    hasMatch: async (offer: string, demand: string): Promise<boolean> =>
      Found.parse(await call('GET', `/v1/matches?offer=${offer}&demand=${demand}`)).items.length > 0,
  };
}

export type MarketCaller = ReturnType<typeof makeMarketCaller>;
