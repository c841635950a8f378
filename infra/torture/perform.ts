import { z } from 'zod';
import { type Caller, memberOf, operator, type ZoneClient } from '../demo/client.ts';
import type { Operation } from './operations.ts';

type Posted = { readonly path: string; readonly as: Caller; readonly of: 'offer' | 'demand' };

/** How often each thing was done, and how often it was refused because somebody else was faster. */
export type Performed = { readonly done: ReadonlyMap<string, number>; readonly conflicts: number };

type Answered = { readonly etag: string };

const Id = z.object({ id: z.string() });

/** What losing a race is answered with: the version has changed, or the listing is withdrawn. */
const lost = new Set([409, 412]);

/** The zone answered something that no operation here can lead to. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** Performs the operations in their order, `clients` at a time, so that what stands side by side happens at once. */
export async function perform(
  client: ZoneClient,
  api: string,
  operations: readonly Operation[],
  clients: number,
): Promise<Performed> {
  const posted: Posted[] = [];
  const done = new Map<string, number>();
  let conflicts = 0;

  async function send(
    method: string,
    path: string,
    caller: Caller,
    headers: object,
    body?: unknown,
  ): Promise<Answered> {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await client.token(caller)}`,
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    const isLost = lost.has(answer.status);
    if (!answer.ok && !isLost) {
      throw new UnexpectedAnswer(`${method} ${path} by ${caller.id} was answered with ${answer.status}`);
    }
    if (isLost) conflicts += 1;
    return { etag: answer.headers.get('etag') ?? '' };
  }

  async function change(operation: Extract<Operation, { kind: 'revise' | 'withdraw' }>): Promise<void> {
    const listing = posted[operation.which % Math.max(posted.length, 1)];
    if (!listing) return;
    const { path, as, of } = listing;
    if (operation.kind === 'withdraw') {
      await send('DELETE', path, as, {});
      return;
    }
    const { etag } = await send('GET', path, as, {});
    await send('PUT', path, as, { 'if-match': etag }, operation[of]);
  }

  async function one(operation: Operation): Promise<void> {
    switch (operation.kind) {
      case 'verify':
        await send('PUT', `/v1/organizations/${operation.as}`, operator, {}, operation.body);
        return;
      case 'post': {
        const { of, body } = operation;
        const as = memberOf(operation.as);
        const { id } = await client.call(as, { method: 'POST', path: `/v1/${of}s`, body }, Id);
        posted.push({ path: `/v1/${of}s/${id}`, as, of });
        return;
      }
      case 'revise':
      case 'withdraw':
        return change(operation);
    }
  }

  const waiting = operations.values();
  const worker = async (): Promise<void> => {
    for (const operation of waiting) {
      await one(operation);
      done.set(operation.kind, (done.get(operation.kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, worker));
  return { done, conflicts };
}
