import { Locale } from '../../domain/vocabulary/bilingual.ts';

/**
 * The language of a mail: the one asked for, or one of its family (`en-GB` is read in English). Where none is meant, as with
 * a language that does not exist, it is Chinese, the zones' own; each mail says in the other language how to change it.
 */
export function mailLocale(asked: string): Locale {
  const known = Locale.safeParse(asked);
  if (known.success) return known.data;
  return /^en(-|$)/i.test(asked) ? 'en' : 'zh-CN';
}
