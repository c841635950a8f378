import { LocalFailure } from '../local/local-failure.ts';

export type Range = { readonly least: number; readonly most: number; readonly whole?: true };

/** An option as a number of a range. Throws a sentence where it is none. */
export function within(name: string, text: string, { least, most, whole }: Range): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
  throw new LocalFailure(`--${name} ${text} is no ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
}
