import * as z from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/;

const printable = (text: string): boolean => !controlCharacter.test(text) && text.isWellFormed();

/** Something to be seen: a text of characters that show nothing would stand in a mail as if nobody were named. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

/** One line of text: NFC (Unicode UAX #15), trimmed, no control or bidirectional-override characters, none that was lost (U+FFFD), and one at least that can be seen. */
export const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text === '' || visible.test(text), { params: { code: 'nothing-visible' } })
    .refine((text) => printable(text) && !/[\n\t]/.test(text), { params: { code: 'control-characters' } });

/** Text of several lines; the only control characters are line feed and tab. */
export const paragraph = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max)
    .refine(printable, { params: { code: 'control-characters' } });
