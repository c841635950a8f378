import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Stoppable } from '../stoppable.ts';

const entry = new URL('worker.ts', import.meta.url);

/**
 * Starts SES on a free port of 127.0.0.1 (aws-ses-v2-local). It hands on what it takes to the mailbox: sender, reader, subject,
 * both texts; header fields of other kinds it does not hand on.
 */
export async function startSes(mailbox: {
  readonly host: string;
  readonly port: number;
}): Promise<Stoppable & { readonly endpoint: string }> {
  const transport = { ...mailbox, secure: false, ignoreTLS: true };
  const worker = new Worker(entry, { env: { SMTP_TRANSPORT: JSON.stringify(transport) }, execArgv: [] });
  const [word]: unknown[] = await once(worker, 'message');
  return {
    endpoint: `http://127.0.0.1:${z.int().min(1).parse(word)}`,
    async stop() {
      await worker.terminate();
    },
  };
}
