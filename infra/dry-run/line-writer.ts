import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { codeOf } from './source-file.ts';
import { WrongUse } from './wrong-use.ts';

/** The reader of our lines has gone, as `head` does once it has enough. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

export type LineWriter = {
  /** Resolves once the next line may be written: at once, or when the reader has caught up. */
  readonly write: (line: string) => Promise<void>;
  /** Resolves once all that was written is out. */
  readonly flush: () => Promise<void>;
};

const worded = (error: unknown): Error =>
  codeOf(error) === 'EPIPE' ? new ReaderGone() : new WrongUse(`Standard output cannot be written: ${codeOf(error)}.`);

/** Writes lines no faster than they are read. Throws ReaderGone once nobody reads them, WrongUse where they cannot be written. */
export function makeLineWriter(output: Writable): LineWriter {
  let failure: Error | undefined;
  output.on('error', (error: unknown) => {
    failure ??= worded(error);
  });
  const failIfBroken = (): void => {
    if (failure) throw failure;
  };
  return {
    async write(line) {
      failIfBroken();
      if (output.write(`${line}\n`)) return;
      await once(output, 'drain').catch((error: unknown) => {
        throw worded(error);
      });
    },
    async flush() {
      failIfBroken();
      await new Promise<void>((resolve, reject) => {
        output.write('', (error) => (error ? reject(worded(error)) : resolve()));
      });
      failIfBroken();
    },
  };
}
