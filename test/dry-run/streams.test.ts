import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { makeLineWriter, ReaderGone } from '../../infra/dry-run/line-writer.ts';
import { makeProgress } from '../../infra/dry-run/progress.ts';

describe('writing lines', () => {
  it('waits until a slow reader has caught up', async () => {
    let catchUp: () => void = () => undefined;
    const slow = new Writable({
      highWaterMark: 1,
      write(_part, _encoding, taken) {
        catchUp = taken;
      },
    });
    const { write } = makeLineWriter(slow);
    let isWritten = false;
    const writing = write('a line').then(() => {
      isWritten = true;
    });
    await new Promise(setImmediate);
    expect(isWritten).toBe(false);
    catchUp();
    await writing;
    expect(isWritten).toBe(true);
  });

  it.each([
    ['EPIPE', ReaderGone],
    ['ENOSPC', /Standard output cannot be written: ENOSPC\./],
  ])('says how it fails: %s', async (code, failure) => {
    const broken = new Writable({
      write(_part, _encoding, taken) {
        taken(Object.assign(new Error(code), { code }));
      },
    });
    const { write, flush } = makeLineWriter(broken);
    await expect(write('a line').then(flush)).rejects.toThrow(failure);
  });
});

describe('progress', () => {
  function run(isTTY: boolean): string {
    let [text, clock] = ['', 0];
    const output = {
      isTTY,
      write(part: string) {
        text += part;
      },
    };
    const progress = makeProgress(output, () => clock);
    for (clock = 0; clock <= 10_000; clock += 100) progress.at(() => `at ${clock}`);
    progress.tell('a line that stays');
    progress.end();
    return text;
  }

  it('is a plain line every five seconds where nobody watches', () => {
    expect(run(false)).toBe('at 5000\nat 10000\na line that stays\n');
  });

  it('is one line that is updated in place on a terminal, gone before a line that stays', () => {
    const text = run(true);
    expect(text.match(/at \d+/g)).toHaveLength(50);
    expect(text.endsWith('at 10000\r\u001b[2Ka line that stays\n')).toBe(true);
  });
});
