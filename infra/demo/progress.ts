/** What a run tells of itself while it works. */
export type Progress = {
  /** A new step, in a sentence. */
  readonly step: (sentence: string) => void;
  /** How far the step is. */
  readonly count: (done: number, total: number) => void;
  /** No more progress: what follows starts on a line of its own. */
  readonly end: () => void;
};

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

const clearLine = '\r\u001b[2K';

/** Progress as one line that is updated in place on a terminal, as plain lines (without counts) elsewhere. */
export function makeProgress(output: Output): Progress {
  if (!output.isTTY) {
    return { step: (sentence) => output.write(`${sentence}\n`), count: () => undefined, end: () => undefined };
  }
  let current = '';
  return {
    step(sentence) {
      current = sentence;
      output.write(`${clearLine}${sentence}`);
    },
    count: (done, total) => output.write(`${clearLine}${current} ${done}/${total}`),
    end: () => output.write(clearLine),
  };
}
