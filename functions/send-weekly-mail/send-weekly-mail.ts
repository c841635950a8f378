import * as z from 'zod';
import { HintsDueV1 } from '../../events/hints-due.v1.ts';
import { SupplierReportDueV1 } from '../../events/supplier-report-due.v1.ts';
import type { Deps } from './deps.ts';
import { sendHints } from './send-hints.ts';
import { sendReport } from './send-report.ts';

/** What comes through the queue of weekly mails. */
export const Due = z.discriminatedUnion('type', [SupplierReportDueV1, HintsDueV1]);
export type Due = z.infer<typeof Due>;

/** Sends what a week's message asks for, where it is due. */
export const sendWeeklyMail = (deps: Omit<Deps, 'park' | 'putOff'>) => {
  const report = sendReport(deps);
  const hints = sendHints(deps);
  return async (due: Due): Promise<void> => {
    if (due.type === 'hints-due.v1') await hints(due.data);
    else await report(due.data);
  };
};
