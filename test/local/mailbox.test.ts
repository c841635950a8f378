import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { type Mailbox, startMailbox } from '../../infra/local/mail/mailbox.ts';
import { type SmtpGate, startSmtpGate } from '../../infra/local/mail/smtp-gate.ts';

let started: (Mailbox | SmtpGate)[] = [];
afterEach(async () => {
  for (const one of started.toReversed()) await one.stop();
  started = [];
});

function keep<T extends Mailbox | SmtpGate>(one: T): T {
  started.push(one);
  return one;
}

const sendBy = ({ host, port }: { readonly host: string; readonly port: number }, subject: string) =>
  createTransport({ host, port }).sendMail({ from: 'zone@example.cn', to: 'buyer@example.cn', subject, text: subject });

const subjectsIn = async ({ address }: Mailbox): Promise<string> => (await fetch(`${address}/api/email`)).text();

describe('the mailbox', () => {
  it('stops though someone has its page open and says nothing', async () => {
    const mailbox = await startMailbox(undefined);
    const socket = connect(Number(new URL(mailbox.address).port), '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await mailbox.stop();
    await closed;
  });

  it('has the mails that its folder had', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zonematch-mails-'));
    const before = await startMailbox(undefined, 0, folder);
    await sendBy(before.smtp, 'Kept');
    await before.stop();
    const after = keep(await startMailbox(undefined, 0, folder));
    expect(await subjectsIn(after)).toContain('Kept');
    await rm(folder, { recursive: true, force: true });
  });
});

describe('the gate before the mail server', () => {
  it('lets mail through, refuses it or asks to come back later, as it is told', async () => {
    const mailbox = keep(await startMailbox(undefined));
    const gate = keep(await startSmtpGate(mailbox.smtp));
    await sendBy(gate, 'First');
    gate.close('busy');
    await expect(sendBy(gate, 'Busy')).rejects.toMatchObject({ responseCode: 421 });
    gate.close('refused');
    await expect(sendBy(gate, 'Refused')).rejects.toMatchObject({ code: expect.stringMatching(/ECONN|ESOCKET/) });
    gate.close(undefined);
    await sendBy(gate, 'Last');
    const subjects = await subjectsIn(mailbox);
    expect(subjects).toContain('First');
    expect(subjects).toContain('Last');
    expect(subjects).not.toMatch(/Busy|Refused/);
  });
});
