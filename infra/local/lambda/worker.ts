import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, InvocationError, ToWorker, WorkerData } from './messages.ts';
import { shiftedDate } from './shifted-date.ts';

// The inside of one execution environment: loads the bundle once, then handles one event after another.
const { bundle, handler: handlerName }: WorkerData = workerData;
const port = parentPort;
const say = (message: FromWorker): void => port?.postMessage(message);
const machine = Date;
let aheadMs = 0;
globalThis.Date = shiftedDate(machine, () => aheadMs);

function errorOf(error: unknown): InvocationError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, ...(error.stack && { trace: error.stack }) };
}

try {
  const module: Record<string, unknown> = await import(pathToFileURL(bundle).href);
  const handler = module[handlerName];
  if (typeof handler !== 'function') throw new Error(`${handlerName} is not exported by the bundle`);
  port?.on('message', async ({ event, context, deadline }: ToWorker) => {
    const { aheadMs: ahead, ...told } = context;
    aheadMs = ahead;
    const lambdaContext = {
      ...told,
      functionVersion: '$LATEST',
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - machine.now()),
    };
    try {
      const answer: unknown = await handler(JSON.parse(event), lambdaContext);
      // As over the wire: what is not JSON does not arrive.
      say({ kind: 'result', payload: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) });
    } catch (error) {
      say({ kind: 'error', error: errorOf(error) });
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'error', error: errorOf(error) });
}
