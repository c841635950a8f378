import * as z from 'zod';
import { LinkQuery } from './link-query.ts';

/** What pressing a button of the page sends. */
export const ConfirmationForm = LinkQuery.extend({ answer: z.enum(['confirm', 'refuse']) });
