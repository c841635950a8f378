import type * as z from 'zod';
import { Preferences } from '../domain/contact/preferences.ts';
import { CalendarDay } from '../domain/time.ts';
import { envelope } from './envelope.ts';

/** A contact wants a report each week of what buyers look for, and a week is over. */
export const SupplierReportDueV1 = envelope(
  'supplier-report-due.v1',
  Preferences.pick({ organizationId: true, contact: true }).extend({ day: CalendarDay }),
);
export type SupplierReportDueV1 = z.infer<typeof SupplierReportDueV1>;
