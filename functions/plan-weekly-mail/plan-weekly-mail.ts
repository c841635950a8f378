import { DemandId } from '../../domain/ids.ts';
import { dayIn } from '../../domain/time.ts';
import { frame } from '../../events/envelope.ts';
import { type Outgoing, sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { listedDemands } from '../_matching/listed-demands.ts';
import { addressDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';

/** Every contact that may want a report: of organizations that want it for theirs, and those that want it themselves. */
async function* reportReaders({
  access,
  organizations,
  preferences,
}: Pick<Deps, 'access' | 'organizations' | 'preferences'>) {
  for await (const { id: organizationId, contacts } of organizations.reported(access)) {
    for (const { email, confirmed } of contacts) if (confirmed) yield { organizationId, contact: addressDigest(email) };
  }
  for await (const { organizationId, contact } of preferences.reportReaders(access)) yield { organizationId, contact };
}

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

    const reports = new Map<string, Outgoing>();
    for await (const reader of reportReaders(deps)) {
      const id = `${reader.organizationId}.${reader.contact}.report.${day}`;
      reports.set(id, { key: id, body: frame('supplier-report-due.v1', about(id), { ...reader, day }) });
    }
    await send([...reports.values()]);

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
    return { reports: reports.size, demands };
  };
};
