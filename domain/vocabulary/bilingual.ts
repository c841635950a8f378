import * as z from 'zod';

/** A name in both languages of the service. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

/** The name in the reader's language. */
export function nameIn(locale: Locale, name: Bilingual): string {
  return locale === 'zh-CN' ? name.zh : name.en;
}
