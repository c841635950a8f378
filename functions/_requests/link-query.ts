import * as z from 'zod';
import { Locale } from '../../domain/vocabulary/bilingual.ts';

/** What a signed link asks with: a token as long as any is, and the language of the page. */
export const LinkQuery = z.object({ token: z.string().max(2000), lang: Locale.optional() });

/** The same as it is read by a page: what cannot be is as if it were not there. */
export const LinkAsked = z.object({
  token: LinkQuery.shape.token.catch(''),
  lang: LinkQuery.shape.lang.catch(undefined),
});
