import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { makeProgress, type Progress } from '../demo/progress.ts';

type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

/** What every command works with: the terminal, in one language, and the variables of its process. */
export type Cli = {
  readonly locale: Locale;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The sentence in the reader's language. */
  readonly say: (text: Bilingual) => string;
  /** A line of results, for whoever reads standard output. */
  readonly print: (line: string) => void;
  /** A line for the person at the terminal. */
  readonly tell: (text: Bilingual) => void;
  readonly progress: Progress;
  /** Ends with this code, though nothing failed. */
  readonly endWith: (exitCode: number) => void;
  readonly exitCode: () => number | undefined;
};

type Parts = Pick<Cli, 'locale' | 'env'> & { readonly stdout: Stream; readonly stderr: Stream };

/** The terminal of one run. */
export function makeCli({ locale, env, stdout, stderr }: Parts): Cli {
  let ended: number | undefined;
  const say = (text: Bilingual): string => nameIn(locale, text);
  return {
    locale,
    env,
    say,
    print: (line) => void stdout.write(`${line}\n`),
    tell: (text) => void stderr.write(`${say(text)}\n`),
    progress: makeProgress(stderr),
    endWith: (exitCode) => {
      ended = exitCode;
    },
    exitCode: () => ended,
  };
}

/** The language of a command line: `--lang`, else what the system is set to (POSIX: LC_ALL before LC_MESSAGES before LANG). */
export function localeOf(args: readonly string[], env: Cli['env']): Locale {
  const at = args.indexOf('--lang');
  const said = at === -1 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1];
  const named = said ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');
  return /^zh/i.test(named) ? 'zh-CN' : 'en';
}
