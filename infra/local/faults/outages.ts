import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { DynamoDb } from '../dynamodb/server.ts';
import type { SmtpServer } from '../mail/smtp-server.ts';
import type { Stoppable } from '../stoppable.ts';

/** DynamoDB Local is ended and started again on what it kept; the zone's mail server refuses connections, or says to come back. */
const outageKinds = ['dynamodb', 'mail-refused', 'mail-busy'] as const;
export const Outage = z.strictObject({ kind: z.enum(outageKinds), seconds: z.number().min(0).max(60) });
export type Outage = z.infer<typeof Outage>;

type Parts = { readonly dynamoDb: DynamoDb; readonly mail: SmtpServer | undefined; readonly activity: Activity };

/** The outages of a zone's services, one at a time; the zone is not idle before they are over. */
export class Outages implements Stoppable {
  private readonly parts: Parts;
  private readonly stopping = new AbortController();
  private readonly counted = new Map<string, number>();
  private last: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** How many there were so far, by kind. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counted);
  }

  /** Begins one, behind those that were asked for before. */
  begin({ kind, seconds }: Outage): void {
    this.counted.set(kind, (this.counted.get(kind) ?? 0) + 1);
    const end = this.parts.activity.begin(`outage ${kind}`);
    this.last = this.last.then(() => this.run({ kind, seconds })).finally(end);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.last;
  }

  private async run({ kind, seconds }: Outage): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const { dynamoDb, mail } = this.parts;
    if (kind === 'dynamodb') await dynamoDb.crash();
    else mail?.close(kind === 'mail-refused' ? 'refused' : 'busy');
    await setTimeout(seconds * 1000, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    if (this.stopping.signal.aborted) return;
    if (kind === 'dynamodb') await dynamoDb.recover();
    else mail?.close(undefined);
  }
}
