import { expect } from 'vitest';
import * as z from 'zod';
import type { Mail, ZoneUnderTest } from './zone.ts';

const Stops = z.object({
  items: z.array(z.looseObject({ contact: z.string(), cause: z.string(), code: z.string().optional() })),
  nextCursor: z.string().optional(),
});
const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), sum: z.number() })) });

/** What the operator does with addresses that are mailed no more. */
export class MailOperator {
  readonly zone: ZoneUnderTest;
  constructor(zone: ZoneUnderTest) {
    this.zone = zone;
  }

  call(path: string, call: object = {}) {
    return this.zone.call(path, { as: 'zone', scope: 'operator', ...call });
  }

  async stops(query = '') {
    return Stops.parse((await this.call(`/v1/stopped-addresses${query}`)).body);
  }

  async causes(): Promise<readonly string[]> {
    return (await this.stops()).items.map(({ cause, code }) => `${cause} ${code}`);
  }

  report(raw: string, type = 'message/rfc822') {
    return this.call('/v1/bounces', { method: 'POST', headers: { 'content-type': type }, raw });
  }

  async counted(metric: string): Promise<number> {
    const { metrics } = Metrics.parse(await (await fetch(new URL('/metrics', this.zone.zone.control))).json());
    return metrics.filter(({ name }) => name.startsWith(metric)).reduce((sum, one) => sum + one.sum, 0);
  }

  async release(): Promise<void> {
    for (const { contact } of (await this.stops('?limit=100')).items)
      expect((await this.call(`/v1/stopped-addresses/${contact}`, { method: 'DELETE' })).status).toBe(204);
  }
}

/** The mails to an address. */
export const mailsTo = async (zone: ZoneUnderTest, address: string): Promise<readonly Mail[]> =>
  (await zone.mails()).filter(({ to }) => to.some((one) => one.address === address));
