/** What a run tells of itself while it works. */
export type Progress = {
  /** How far it is; told at most every so often. `describe` is called only where something is told. */
  readonly at: (describe: () => string) => void;
  /** A line that stays. */
  readonly tell: (line: string) => void;
  /** No more progress: what follows starts on a line of its own. */
  readonly end: () => void;
};

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

const clearLine = '\r\u001b[2K';
const onTerminalEvery = 200;
const elsewhereEvery = 5000;

/** Control characters and invisible ones of a file's line do nothing to the terminal that shows them. */
const harmless = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);

/** Progress as one line that is updated in place on a terminal, as a plain line every few seconds elsewhere. */
export function makeProgress(output: Output, millisecondsNow: () => number): Progress {
  const every = output.isTTY ? onTerminalEvery : elsewhereEvery;
  let [told, isShown] = [millisecondsNow(), false];
  const end = (): void => {
    if (isShown) output.write(clearLine);
    isShown = false;
  };
  return {
    at(describe) {
      if (millisecondsNow() - told < every) return;
      told = millisecondsNow();
      isShown = output.isTTY === true;
      output.write(isShown ? `${clearLine}${describe()}` : `${describe()}\n`);
    },
    tell(line) {
      end();
      output.write(`${harmless(line)}\n`);
    },
    end,
  };
}
