import type { OperatorAccess, SystemAccess } from '../../domain/access/access.ts';
import { consequenceOf, type DeliveryReport } from '../../domain/contact/delivery-report.ts';
import { contactDigest } from '../_runtime/ids.ts';
import type { makeLogger } from '../_runtime/logger.ts';
import type { StopAddress } from './stopping.ts';

/** How many addresses a report stopped, and of how many it was only noted. */
export type Taken = { readonly stopped: number; readonly noted: number };

type Parts = {
  readonly logger: Pick<ReturnType<typeof makeLogger>, 'info'>;
  readonly stopping: (access: SystemAccess | OperatorAccess) => StopAddress;
};

/** Does what follows from reports of mail systems: stops addresses, or notes what was told of them. */
export const takingReports =
  ({ logger, stopping }: Parts) =>
  async (access: SystemAccess | OperatorAccess, reports: readonly DeliveryReport[]): Promise<Taken> => {
    const stop = stopping(access);
    let stopped = 0;
    for (const report of reports) {
      const { stop: cause, code } = consequenceOf(report);
      if (cause === undefined)
        logger.info('bounce noted', { contact: contactDigest(report.address), kind: report.kind, code });
      else {
        stopped++;
        await stop(report.address, cause, code);
      }
    }
    return { stopped, noted: reports.length - stopped };
  };
