import type { OperatorAccess } from '../../domain/access/access.ts';
import { consequenceOf, type DeliveryReport } from '../../domain/contact/delivery-report.ts';
import { contactDigest } from '../_runtime/ids.ts';
import type { makeLogger } from '../_runtime/logger.ts';
import type { ReturnedMail } from './report-message.ts';
import type { StopAddress } from './stopping.ts';

/**
 * How many addresses a report stopped, of how many it was only noted, and of how many it was not believed: whoever writes
 * to the address that bounces go to can make a report up, but not the mark of a mail that went to somebody else.
 */
export type Taken = { readonly stopped: number; readonly noted: number; readonly unproven: number };

type Parts = {
  readonly logger: Pick<ReturnType<typeof makeLogger>, 'info' | 'warn'>;
  readonly stopping: (access: OperatorAccess) => StopAddress;
  /** Whether a mark says that a mail was the zone's own, to this address. */
  readonly isMarked: (mark: string | undefined, address: string) => Promise<boolean>;
};

/** Does what follows from a report of a mail system: stops addresses, or notes what was told of them. */
export const takingReports = ({ logger, stopping, isMarked }: Parts) => {
  async function take(stop: StopAddress, report: DeliveryReport, mark: string | undefined): Promise<keyof Taken> {
    const { stop: cause, code } = consequenceOf(report);
    const about = { contact: contactDigest(report.address), kind: report.kind, code };
    if (cause === undefined) {
      logger.info('bounce noted', about);
      return 'noted';
    }
    if (!(await isMarked(mark, report.address))) {
      logger.warn('bounce unproven', about);
      return 'unproven';
    }
    await stop(report.address, cause, code);
    return 'stopped';
  }

  return async (access: OperatorAccess, { reports, mark }: ReturnedMail): Promise<Taken> => {
    const stop = stopping(access);
    const taken = { stopped: 0, noted: 0, unproven: 0 };
    for (const report of reports) taken[await take(stop, report, mark)]++;
    return taken;
  };
};
