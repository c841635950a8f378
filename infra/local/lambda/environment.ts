import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { within } from '../within.ts';
import type { FromWorker, Invocation, InvocationError, ToWorker, WorkerData } from './messages.ts';

export type InvocationResult = { readonly payload: unknown } | { readonly error: InvocationError };

type Settings = {
  /** Which of its Lambda's environments this is. */
  readonly number: string;
  readonly data: WorkerData;
  readonly variables: Record<string, string>;
  readonly memoryMiB: number;
  readonly onLine: (line: string) => void;
};

const entry = new URL('worker.ts', import.meta.url);

/** How long a bundle may take to begin, whatever its Lambda's own time-out (AWS Lambda developer guide, "Init phase"). */
const longestInitMs = 10_000;

const timedOut = (what: string, ms: number): InvocationError => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `${what} timed out after ${(ms / 1000).toFixed(2)} seconds`,
});

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

/** One execution environment of a Lambda: a worker with its own variables and memory, which does one thing at a time. */
export class ExecutionEnvironment {
  readonly number: string;
  private readonly worker: Worker;
  private readonly onLine: (line: string) => void;
  private readonly started: Promise<FromWorker>;
  /** Whether its thread came to run anything. */
  private readonly online: Promise<boolean>;
  private state: 'usable' | 'ending' | 'ended' = 'usable';
  /** Whether it ends because it was told to. */
  private stopped = false;
  private cause = 'the environment ended';
  /** Whoever waits for the worker's next word. */
  private listener: ((word: FromWorker) => void) | undefined;

  constructor({ number, data, variables, memoryMiB, onLine }: Settings) {
    this.number = number;
    this.onLine = onLine;
    this.worker = new Worker(entry, {
      workerData: data,
      env: variables,
      stdout: true,
      stderr: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
    });
    this.worker.on('message', (word: FromWorker) => this.hear(word));
    this.worker.on('error', (error) => {
      this.state = 'ending';
      this.cause = `the environment ended: ${causeOf(error)}`;
    });
    this.online = new Promise((resolve) => {
      this.worker.once('online', () => resolve(true));
      this.worker.once('exit', () => resolve(false));
    });
    // Nothing is heard after this, and what was said before the error is heard before this.
    this.worker.on('exit', () => this.end());
    for (const stream of [this.worker.stdout, this.worker.stderr]) readLines(stream, onLine);
    this.started = this.next();
  }

  get isUsable(): boolean {
    return this.state === 'usable';
  }

  /** Handles one event. After an error of the environment itself, or a time-out, it is of no more use. */
  async invoke({ event, context, timeoutMs }: Invocation): Promise<InvocationResult> {
    const first = await within(longestInitMs, this.started);
    if (!first) return this.giveUp(timedOut('Init', longestInitMs));
    if (first.kind === 'error') return this.giveUp(first.error);
    const answer = this.next();
    const message: ToWorker = { event: JSON.stringify(event), context, deadline: Date.now() + timeoutMs };
    this.worker.postMessage(message);
    const outcome = await within(timeoutMs, answer);
    if (!outcome) return this.giveUp(timedOut('Task', timeoutMs));
    if (outcome.kind === 'error') return { error: outcome.error };
    return { payload: outcome.kind === 'result' ? outcome.payload : null };
  }

  /** What a profile answers; nothing where the environment ends meanwhile. */
  private async unlessEnded<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return this.isUsable ? await work() : undefined;
    } catch (error) {
      if (this.isUsable) throw error;
      return undefined;
    }
  }

  /** Begins to sample what it does; answers how to end that, with a profile, or with nothing where it has ended meanwhile. */
  async profile(): Promise<() => Promise<string | undefined>> {
    const sampling = (await this.online) ? await this.unlessEnded(() => this.worker.startCpuProfile()) : undefined;
    return async () => sampling && this.unlessEnded(() => sampling.stop());
  }

  async stop(): Promise<void> {
    if (this.state === 'usable') this.state = 'ending';
    this.stopped = true;
    await this.worker.terminate();
  }

  private async giveUp(error: InvocationError): Promise<InvocationResult> {
    await this.stop();
    return { error };
  }

  private get ending(): InvocationError {
    return { errorType: 'Runtime.ExitError', errorMessage: this.cause };
  }

  /** The worker's next word; its end counts as an error. */
  private next(): Promise<FromWorker> {
    return new Promise((resolve) => {
      if (this.state === 'ended') resolve({ kind: 'error', error: this.ending });
      else this.listener = resolve;
    });
  }

  private hear(word: FromWorker): void {
    this.listener?.(word);
    this.listener = undefined;
  }

  /** Tells whoever waits for the worker that it ended; where nobody waits, and nobody ended it, that is a line of the log. */
  private end(): void {
    this.state = 'ended';
    const { errorType, errorMessage } = this.ending;
    if (!this.listener && !this.stopped) this.onLine(`ERROR ${errorType} ${errorMessage}`);
    this.hear({ kind: 'error', error: this.ending });
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}
