import { DemandId } from '../../domain/ids.ts';
import { dayIn } from '../../domain/time.ts';
import { frame } from '../../events/envelope.ts';
import { type Outgoing, sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { listedDemands } from '../_matching/listed-demands.ts';
import type { Deps } from './deps.ts';

/** How many messages are made between two sendings. */
const atOnce = 500;

export type Planned = { readonly reports: number; readonly demands: number };

/**
 * Has everybody looked at who may be due a weekly mail: each contact that wants a report of what buyers look for, and each
 * listed demand, whose buyer is told what would help where it found nothing for long. Planned twice on one day, the mails
 * are the same and go out once.
 */
export const planWeeklyMail = (deps: Omit<Deps, 'logger'>) => {
  const send = sendingAll(deps.sendDue);

  return async (): Promise<Planned> => {
    const time = deps.clock();
    const day = dayIn(deps.timeZone, time);
    const about = (id: string) => ({ id, zone: deps.zone, time });

    let reports: Outgoing[] = [];
    let count = 0;
    for await (const { organizationId, contact } of deps.preferences.reportReaders(deps.access)) {
      const id = `${organizationId}.${contact}.report.${day}`;
      reports.push({ key: id, body: frame('supplier-report-due.v1', about(id), { organizationId, contact, day }) });
      count++;
      if (reports.length < atOnce) continue;
      await send(reports);
      reports = [];
    }
    await send(reports);

    let demands = 0;
    for await (const ids of listedDemands(deps.access, deps.candidates)) {
      const hints = ids.map((listing) => {
        const demandId = DemandId.parse(listing);
        const id = `${demandId}.hints.${day}`;
        return { key: id, body: frame('hints-due.v1', about(id), { demandId, day }) };
      });
      await send(hints);
      demands += hints.length;
    }
    return { reports: count, demands };
  };
};
