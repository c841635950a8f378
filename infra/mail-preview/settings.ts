import { parseArgs } from 'node:util';
import { WrongUse } from './wrong-use.ts';

export const help = `Writes every mail that a zone sends, to be looked at: as HTML, as text, and as pictures at 360 and
720 px, light and dark; with a page that shows them all.

  npm run mail:preview -- [options]

  --out FOLDER     where to (.zone/mails)
  --only TEXT      only mails whose name has this in it
  --no-pictures    HTML and text alone: needs no Chromium
  --references     writes the pictures that tests compare with, into docs/mail, and nothing else

Chromium is looked for at CHROMIUM, else at /usr/bin/chromium.`;

export type Settings = {
  readonly out: string;
  readonly only: string;
  readonly hasPictures: boolean;
  readonly isReferences: boolean;
};

const options = {
  out: { type: 'string', default: '.zone/mails' },
  only: { type: 'string', default: '' },
  'no-pictures': { type: 'boolean', default: false },
  references: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads what the tool was called with. Throws WrongUse. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    if (values.help) return 'help';
    const { out, only, references: isReferences } = values;
    return { out, only, hasPictures: !values['no-pictures'], isReferences };
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}
