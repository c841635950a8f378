import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FromWorker, InvocationError, ToWorker, WorkerData } from './messages.ts';

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
const ended = (errorMessage: string): InvocationError => ({ errorType: 'Runtime.ExitError', errorMessage });

/** One execution environment of a Lambda: a worker with its own variables and memory, which does one thing at a time. */
export class ExecutionEnvironment {
  readonly number: string;
  private readonly worker: Worker;
  private readonly started: Promise<FromWorker>;
  private gone = false;

  constructor({ number, data, variables, memoryMiB, onLine }: Settings) {
    this.number = number;
    this.worker = new Worker(entry, {
      workerData: data,
      env: variables,
      stdout: true,
      stderr: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
    });
    this.worker.once('exit', () => {
      this.gone = true;
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) readLines(stream, onLine);
    this.started = this.next();
  }

  get isUsable(): boolean {
    return !this.gone;
  }

  /** Handles one event. After an error of the environment itself, or a time-out, it is of no more use. */
  async invoke(message: ToWorker): Promise<InvocationResult> {
    const first = await this.started;
    if (first.kind === 'error') return this.giveUp(first.error);
    const left = message.context.deadline - Date.now();
    const timer = AbortSignal.timeout(Math.max(1, left));
    const timedOut = once(timer, 'abort').then(() => 'timed out' as const);
    const answer = this.next();
    this.worker.postMessage(message);
    const outcome = await Promise.race([answer, timedOut]);
    if (outcome === 'timed out') {
      const seconds = (left / 1000).toFixed(2);
      return this.giveUp({ errorType: 'Sandbox.Timedout', errorMessage: `Task timed out after ${seconds} seconds` });
    }
    if (outcome.kind === 'error') return { error: outcome.error };
    return { payload: outcome.kind === 'result' ? outcome.payload : null };
  }

  async stop(): Promise<void> {
    this.gone = true;
    await this.worker.terminate();
  }

  private async giveUp(error: InvocationError): Promise<InvocationResult> {
    await this.stop();
    return { error };
  }

  /** The worker's next word; its end counts as an error. */
  private next(): Promise<FromWorker> {
    return new Promise((resolve) => {
      const settle = (message: FromWorker): void => {
        this.worker.off('message', settle).off('error', onError).off('exit', onExit);
        resolve(message);
      };
      const onError = (error: unknown): void => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        settle({ kind: 'error', error: ended(`the environment ended: ${code}`) });
      };
      const onExit = (): void => settle({ kind: 'error', error: ended('the environment ended') });
      this.worker.on('message', settle).on('error', onError).on('exit', onExit);
    });
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}
