import * as z from 'zod';

/** How long an id of any vocabulary may be. */
const longest = 100;

/** One spelling of what is the same: compatibility forms folded (NFKC, Unicode UAX #15), no space around. */
const folded = (text: string): string => text.normalize('NFKC').trim();

/** An id that is written small, `mlps-3`: `ＭＬＰＳ－３ ` and `mlps 3` are the same one. */
export const smallTerm = z
  .string()
  .max(longest)
  .overwrite((text) =>
    folded(text)
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  );

/** A code that is written in capitals, `CN-GBA9` or `J`. */
export const capitalTerm = z
  .string()
  .max(longest)
  .overwrite((text) => folded(text).toUpperCase());
