import { createHash } from 'node:crypto';
import { makeZoneClient } from '../demo/client.ts';
import { readMails, readRecord } from '../demo/record.ts';
import type { LocalZone } from '../local/start-zone.ts';

/** What a zone says to those who ask it, and what it has mailed. */
export type Observed = {
  readonly listings: number;
  readonly matches: number;
  readonly mails: number;
  /** A digest of everything that members and the operator are answered. */
  readonly answers: string;
};

/** Asks a zone as each of its organizations and as its operator. */
export async function observe(zone: LocalZone, organizations: readonly string[]): Promise<Observed> {
  const record = await readRecord(makeZoneClient(zone), organizations);
  return {
    listings: record.offers.length + record.demands.length,
    matches: record.matches.length,
    mails: (await readMails(zone.mailbox)).length,
    answers: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
  };
}
