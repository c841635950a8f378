import * as z from 'zod';
import { MatchMails, SupplierReport } from '../../domain/contact/preferences.ts';
import { Locale } from '../../domain/vocabulary/bilingual.ts';
import { LinkQuery } from './link-query.ts';

/** What a mail reader sends for whoever presses “unsubscribe” there, and our page does (RFC 8058, 3.1). */
export const UnsubscribeForm = z.object({ 'List-Unsubscribe': z.literal('One-Click') });

/** What is chosen on the page of preferences. */
export const Choices = z.object({ matches: MatchMails, supplierReport: SupplierReport, locale: Locale });

/** What pressing a button of that page sends: choices to save, or that the organization may not mail any more. */
export const PreferencesForm = LinkQuery.extend({
  action: z.enum(['save', 'withdraw']),
  ...Choices.partial().shape,
});
