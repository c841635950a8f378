import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { type Caller, memberOf, operator, type ZoneClient } from '../demo/client.ts';
import { beginOutage, runSchedule, stepClock, zoneTime } from '../local/control/client.ts';
import type { Operation } from './operations.ts';

type Posted = { readonly path: string; readonly as: Caller; readonly of: 'offer' | 'demand' };

/** How often each thing was done, refused because somebody else was faster, and asked again after a failure of the zone's. */
export type Performed = {
  readonly done: ReadonlyMap<string, number>;
  readonly conflicts: number;
  readonly askedAgain: number;
};

/** Where a zone is reached, and how it is stopped and started again at the same addresses. */
type Hands = { readonly api: string; readonly control: string; readonly restart: () => Promise<void> };
type Body = Readonly<Record<string, unknown>>;

type Answered = { readonly etag: string; readonly body: string };

const Id = z.object({ id: z.string() });

/** How often something is asked for before a zone counts as broken. */
const mostTries = 400;
const pauseMs = 100;

/** What losing a race is answered with: the version has changed, or the listing is withdrawn. */
const lost = new Set([409, 412]);

/** The zone answered something that no operation here can lead to. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** Does what a zone must be there for, again and again while it is not. */
async function whileAway<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === mostTries) throw error;
      await setTimeout(pauseMs);
    }
  }
}

/** Runs a schedule until it succeeds: a run that fails is nothing new, and its next one makes up for it. */
const runUntilDone = (control: string, construct: string): Promise<unknown> =>
  whileAway(() => runSchedule(control, construct));

/** What the calendar changes by now is changed. */
export async function beginDay(control: string): Promise<void> {
  await runUntilDone(control, 'ExpirySweep');
  await runUntilDone(control, 'NewDay');
}

const dayMs = 86_400_000;

/** The body with dates in the place of days from now: a listing has a moment, a certificate a day. */
function dated(body: Body, now: Date): Body {
  const { validForDays, heldTags, ...rest } = body;
  const end =
    typeof validForDays === 'number' ? new Date(now.getTime() + validForDays * dayMs).toISOString() : undefined;
  return {
    ...rest,
    ...(end !== undefined && { validUntil: 'tag' in body ? end.slice(0, 10) : end }),
    ...(Array.isArray(heldTags) && { heldTags: heldTags.map((tag: Body) => dated(tag, now)) }),
  };
}

/** Performs the operations in their order, `clients` at a time, so that what stands side by side happens at once. */
export async function perform(
  client: ZoneClient,
  { api, control, restart }: Hands,
  operations: readonly Operation[],
  clients: number,
): Promise<Performed> {
  const run = randomUUID();
  const now = () => whileAway(() => zoneTime(control));
  const posted: Posted[] = [];
  const done = new Map<string, number>();
  let conflicts = 0;
  let askedAgain = 0;
  let keys = 0;

  /** Asks again where the zone fails, as a careful client does: what was asked may have been done by then. */
  async function send(
    method: string,
    path: string,
    caller: Caller,
    headers: object,
    body?: unknown,
  ): Promise<Answered> {
    for (let tries = 1; ; tries++) {
      const authorization = `Bearer ${await whileAway(() => client.token(caller))}`;
      const answer = await fetch(`${api}${path}`, {
        method,
        headers: {
          authorization,
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).catch(() => undefined);
      const text = await answer?.text().catch(() => undefined);
      if (answer === undefined || text === undefined) {
        // The zone is gone, and what was asked may have been done by then.
        if (tries === mostTries) throw new UnexpectedAnswer(`${method} ${path} by ${caller.id} found no zone`);
        askedAgain += 1;
        await setTimeout(pauseMs);
        continue;
      }
      const isLost = lost.has(answer.status);
      if (isLost) conflicts += 1;
      if (answer.ok || isLost) return { etag: answer.headers.get('etag') ?? '', body: text };
      const isWorthAsking = answer.status >= 500 || answer.status === 429;
      if (!isWorthAsking || tries === mostTries) {
        throw new UnexpectedAnswer(`${method} ${path} by ${caller.id} was answered with ${answer.status}: ${text}`);
      }
      askedAgain += 1;
      await setTimeout(pauseMs);
    }
  }

  async function change(operation: Extract<Operation, { which: number }>): Promise<void> {
    const listing = posted[operation.which % Math.max(posted.length, 1)];
    if (!listing) return;
    const { path, as, of } = listing;
    if (operation.kind === 'withdraw') {
      await send('DELETE', path, as, {});
      return;
    }
    if (operation.kind === 'suspend') {
      await send('PUT', `${path}/suspension`, operator, {}, { note: operation.note });
      return;
    }
    if (operation.kind === 'reinstate') {
      await send('DELETE', `${path}/suspension`, operator, {});
      return;
    }
    const { etag } = await send('GET', path, as, {});
    await send('PUT', path, as, { 'if-match': etag }, dated(operation[of], await now()));
  }

  async function one(operation: Operation): Promise<void> {
    switch (operation.kind) {
      case 'verify':
        await send('PUT', `/v1/organizations/${operation.as}`, operator, {}, dated(operation.body, await now()));
        return;
      case 'post': {
        const { of, body } = operation;
        const as = memberOf(operation.as);
        const key = { 'idempotency-key': `${run}-${++keys}` };
        const { id } = Id.parse(JSON.parse((await send('POST', `/v1/${of}s`, as, key, dated(body, await now()))).body));
        posted.push({ path: `/v1/${of}s/${id}`, as, of });
        return;
      }
      case 'step':
        await whileAway(() => stepClock(control, operation.days * 86_400));
        return beginDay(control);
      case 'outage':
        return whileAway(() => beginOutage(control, operation.outage));
      case 'restart':
        return restart();
      case 'revise':
      case 'withdraw':
      case 'suspend':
      case 'reinstate':
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
  return { done, conflicts, askedAgain };
}
