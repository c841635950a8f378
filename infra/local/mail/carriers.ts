import { randomUUID } from 'node:crypto';
import type { Secrets } from '../services/secrets.ts';
import { startSes } from '../ses/server.ts';
import type { Stoppable } from '../stoppable.ts';
import type { Stack } from '../template/stack.ts';
import { makeCertificate } from './certificate.ts';
import type { Mailbox } from './mailbox.ts';
import { type SmtpServer, startSmtpServer } from './smtp-server.ts';

type Parts = {
  readonly stack: Stack;
  readonly parameters: Map<string, string>;
  readonly secrets: Secrets;
  readonly mailbox: Mailbox;
  readonly keep: <T extends Stoppable>(one: T) => T;
};

/** What carries mails here: the one that the template asks for, or none. */
type Carriers = { readonly smtp?: SmtpServer; readonly ses?: { readonly endpoint: string } };

/** Starts what carries the zone's mails to its mailbox, by the parameters that the template has: a relay over SMTP, or SES. */
export async function startCarriers({ stack, parameters, secrets, mailbox, keep }: Parts): Promise<Carriers> {
  if (stack.hasParameter('SesRegion')) return { ses: keep(await startSes(mailbox.smtp)) };
  if (!stack.hasParameter('SmtpHost')) return {};
  const certificate = await makeCertificate();
  const smtp = keep(
    await startSmtpServer({
      certificate,
      security: stack.parameter('SmtpSecurity'),
      // Where there is no login, nobody has one.
      login: secrets.mailLogin ?? { username: randomUUID(), password: randomUUID() },
      mailbox: mailbox.smtp,
    }),
  );
  parameters.set('SmtpHost', smtp.host);
  parameters.set('SmtpPort', String(smtp.port));
  parameters.set('SmtpAuthority', certificate.cert);
  return { smtp };
}
