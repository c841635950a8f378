import { z } from 'zod';
import { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The token of a link as long as any is, and the language of the page. */
export const ConfirmationQuery = z.object({ token: z.string().max(2000), lang: Locale.optional() });

/** What pressing a button of the page sends. */
export const ConfirmationForm = ConfirmationQuery.extend({ answer: z.enum(['confirm', 'refuse']) });
