import { LocalFailure } from './local-failure.ts';

/** Writes a line for the person at the terminal; what a script reads goes to standard output and nowhere else. */
export const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Writes a line of results. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Says what went wrong: a sentence where we know one, else the whole error. */
export function tellFailure(error: unknown): void {
  if (error instanceof LocalFailure) tell(error.message);
  else tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Resolves at the first Ctrl-C or TERM; a second one ends the process at once. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    let times = 0;
    const onSignal = (): void => {
      if (++times > 1) process.exit(130);
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}
