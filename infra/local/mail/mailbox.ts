import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDev } from 'maildev';
import { LocalFailure } from '../local-failure.ts';
import type { Stoppable } from '../stoppable.ts';

export type Mailbox = Stoppable & {
  /** Its page; `/api/email` lists the mails as JSON. */
  readonly address: string;
  readonly smtp: { readonly host: string; readonly port: number };
};

const host = '127.0.0.1';

/** maildev writes its address to standard output whatever its settings say; what a script reads there is ours alone. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info } = console;
  console.info = () => undefined;
  try {
    return await work();
  } finally {
    console.info = info;
  }
}

/** Starts a mailbox with its page, on the mails that a folder has. It takes mail from whoever is on this machine. */
export async function startMailbox(port = 0, folder?: string): Promise<Mailbox> {
  const mailDirectory = folder ?? (await mkdtemp(join(tmpdir(), 'zonematch-mail-')));
  const maildev = new MailDev({
    smtp: 0,
    web: port,
    ip: host,
    webIp: host,
    mailDirectory,
    silent: true,
  });
  const { smtp, api } = await quietly(() => maildev.start());
  const page = api?.getAddress();
  if (!page) throw new LocalFailure('The mailbox page did not start.');
  return {
    address: `http://${host}:${page.port}`,
    smtp: { host, port: smtp.getAddress().port },
    async stop() {
      const stopped = maildev.stop();
      // It would wait for whoever has its page open.
      api?.server.server.closeAllConnections();
      await stopped;
      if (folder === undefined) await rm(mailDirectory, { recursive: true, force: true });
    },
  };
}
