import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { ZoneClock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { Outage, type Outages } from '../faults/outages.ts';
import { FaultPlan } from '../faults/plan.ts';
import type { Permissions } from '../iam/permissions.ts';
import { listenLocally } from '../listen.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Schedules } from '../schedule/schedules.ts';
import { type EventBuses, ServiceEvent } from '../services/event-buses.ts';
import type { Redriven } from '../sources/redrive.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Stoppable } from '../stoppable.ts';
import type { Idleness } from './idle.ts';

type Parts = {
  readonly idle: (timeoutSeconds: number) => Promise<Idleness>;
  readonly clock: ZoneClock;
  readonly buses: EventBuses;
  readonly schedules: Schedules;
  readonly queues: Queues;
  readonly metrics: Metrics;
  /** There only where calls can be made to go wrong. */
  readonly faults: Faults | undefined;
  /** There only where the zone keeps its data and calls can be made to go wrong. */
  readonly outages: Outages | undefined;
  readonly permissions: Permissions;
  /** Puts back what dead-letter queues hold. */
  readonly redrive: () => Promise<readonly Redriven[]>;
};

/** Time goes ahead alone: what was recorded is never of a later day. Ten years at the most. */
const Step = z.strictObject({ seconds: z.number().min(0).max(315_360_000) });
// A text that is empty would be read as 0.
const Timeout = z.string().trim().min(1).transform(Number).pipe(z.number().min(0).max(3600)).default(0);

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** The value, or undefined where the text is no JSON. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a script may ask of a local zone beside what the zone itself offers. No such thing exists in a deployed one. */
export async function startControl(parts: Parts, port = 0): Promise<Stoppable & { readonly address: string }> {
  async function idle(url: URL, response: ServerResponse): Promise<void> {
    const { data } = Timeout.safeParse(url.searchParams.get('timeout') ?? undefined);
    if (data === undefined) return send(response, 400, { message: 'timeout is a number of seconds, 0 to 3600' });
    const state = await parts.idle(data);
    send(response, state.idle ? 200 : 503, state);
  }

  async function queues(response: ServerResponse): Promise<void> {
    const rows = parts.queues.all.map(async (queue) => ({
      id: queue.id,
      name: queue.name,
      url: queue.url,
      isDeadLetterQueue: parts.queues.isDeadLetters(queue),
      ...(await parts.queues.depth(queue)),
    }));
    send(response, 200, { queues: await Promise.all(rows) });
  }

  async function run(id: string, response: ServerResponse): Promise<void> {
    const schedule = parts.schedules.all.find((candidate) => candidate.id === id);
    if (!schedule) return send(response, 404, { message: `there is no schedule ${id}` });
    const result = await schedule.run();
    send(response, 'error' in result ? 500 : 200, result);
  }

  const clockState = () => ({ now: parts.clock.now().toISOString(), aheadSeconds: parts.clock.aheadMs / 1000 });

  async function stepClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const step = Step.safeParse(parseJson(await text(request)));
    if (!step.success) return send(response, 400, { message: z.prettifyError(step.error) });
    parts.clock.step(step.data.seconds * 1000);
    send(response, 200, clockState());
  }

  async function putServiceEvent(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const event = ServiceEvent.safeParse(parseJson(await text(request)));
    if (!event.success) return send(response, 400, { message: z.prettifyError(event.error) });
    send(response, 202, { targets: await parts.buses.putAsService(event.data) });
  }

  async function planFaults(faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const plan = FaultPlan.safeParse(parseJson(await text(request)));
    if (!plan.success) return send(response, 400, { message: z.prettifyError(plan.error) });
    faults.plan(plan.data);
    send(response, 200, faults.figures);
  }

  async function answerFaults(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults } = parts;
    if (!faults) return send(response, 404, { message: 'this zone was not started with faults' });
    if (request.method === 'PUT') return planFaults(faults, request, response);
    if (request.method === 'DELETE') faults.end();
    send(response, 200, faults.figures);
  }

  async function answerOutages(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { outages } = parts;
    if (!outages) return send(response, 404, { message: 'this zone was not started with faults on kept data' });
    if (request.method === 'POST') {
      const outage = Outage.safeParse(parseJson(await text(request)));
      if (!outage.success) return send(response, 400, { message: z.prettifyError(outage.error) });
      outages.begin(outage.data);
    }
    send(response, request.method === 'POST' ? 202 : 200, { outages: outages.counts });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Not as a second argument: a path that begins with two slashes would be taken for a host.
    const url = URL.parse(`http://127.0.0.1${request.url}`);
    if (!url) return send(response, 400, { message: 'the path cannot be read' });
    const asked = `${request.method} ${url.pathname}`;
    const scheduleId = /^POST \/schedules\/([^/]+)$/.exec(asked)?.[1];
    if (scheduleId) return run(scheduleId, response);
    if (url.pathname === '/faults') return answerFaults(request, response);
    if (url.pathname === '/outages') return answerOutages(request, response);
    switch (asked) {
      case 'GET /idle':
        return idle(url, response);
      case 'GET /bus':
        return send(response, 200, { events: parts.buses.events });
      case 'GET /queues':
        return queues(response);
      case 'GET /schedules':
        return send(response, 200, {
          schedules: parts.schedules.all.map(({ id, expression }) => ({ id, expression })),
        });
      case 'GET /clock':
        return send(response, 200, clockState());
      case 'POST /clock':
        return stepClock(request, response);
      case 'POST /service-events':
        return putServiceEvent(request, response);
      case 'GET /metrics':
        return send(response, 200, { metrics: parts.metrics.all });
      case 'POST /redrive':
        return send(response, 200, { queues: await parts.redrive() });
      case 'GET /permissions':
        return send(response, 200, { permissions: parts.permissions.all });
      case 'GET /health':
        return send(response, 200, { status: 'ok' });
    }
    send(response, 404, {
      message:
        'GET /idle, /bus, /queues, /schedules, /metrics, /clock, /permissions, /health; POST /schedules/{id}, /redrive, /clock, /service-events; PUT, GET, DELETE /faults; POST, GET /outages',
    });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      send(response, 500, { message: error instanceof Error ? error.message : String(error) }),
    );
  });
  return listenLocally(server, port);
}
