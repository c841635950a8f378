import type { OperatorAccess, SystemAccess } from '../../domain/access/access.ts';
import type { Stop } from '../../domain/contact/stop.ts';
import type { makeStopWriter } from '../_adapters/dynamo/stop-store.ts';
import type { Clock } from '../_runtime/clock.ts';
import { addressDigest, contactDigest } from '../_runtime/ids.ts';
import type { makeLogger } from '../_runtime/logger.ts';

type Parts = {
  readonly clock: Clock;
  readonly logger: Pick<ReturnType<typeof makeLogger>, 'warn'>;
  readonly stops: Pick<ReturnType<typeof makeStopWriter>, 'stop'>;
};

/** Stops an address: it is mailed no more. False where it was stopped before. */
export type StopAddress = (address: string, cause: Stop['cause'], code?: string) => Promise<boolean>;

const longestCode = 64;

/** Stops addresses, tells the operator by a line that is counted, and writes it into the audit record. */
export const stoppingFor =
  ({ clock, logger, stops }: Parts) =>
  (access: SystemAccess | OperatorAccess): StopAddress =>
  async (address, cause, code) => {
    const contact = addressDigest(address);
    const at = clock();
    const told = code === undefined ? {} : { code: code.slice(0, longestCode) };
    const stopped = await stops.stop(
      access,
      { contact, cause, ...told, at },
      { subject: contact, at, act: 'address-stopped', contact: contactDigest(address) },
    );
    if (cause === 'complaint') logger.warn('complaint received', { contact: contactDigest(address) });
    if (stopped) logger.warn('address stopped', { contact: contactDigest(address), cause, ...told });
    return stopped;
  };
