import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import type { Cli } from './cli.ts';
import { text } from './zone-flags.ts';

/** One thing that a command must be told, in its place. */
export const positional = ({ say }: Cli, placeholder: string, brief: Bilingual) =>
  ({ parse: text, placeholder, brief: say(brief) }) as const;

/** A flag with a text that may be left out. */
export const optionalText = ({ say }: Cli, placeholder: string, brief: Bilingual) =>
  ({ kind: 'parsed', parse: text, optional: true, placeholder, brief: say(brief) }) as const;

/** A flag with a text that must be there. */
export const neededText = ({ say }: Cli, placeholder: string, brief: Bilingual) =>
  ({ kind: 'parsed', parse: text, placeholder, brief: say(brief) }) as const;

/** Why something is done: it stands in the record. */
export const noteFlag = (cli: Cli) =>
  neededText(cli, 'sentence', { zh: '为何如此；会记录在案', en: 'why; it is kept on record' });

const wholeNumber = (input: string): number => {
  const number = Number(input);
  if (Number.isInteger(number) && number > 0) return number;
  throw new SyntaxError(`${input} ?`);
};

/** How many rows at most. */
export const limitFlag = ({ say }: Cli) =>
  ({
    kind: 'parsed',
    parse: wholeNumber,
    default: '50',
    placeholder: 'n',
    brief: say({ zh: '最多几条', en: 'how many at most' }),
  }) as const;

export type LimitFlag = { readonly limit: number };
