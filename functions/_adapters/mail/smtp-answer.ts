import * as z from 'zod';
import { meansAddress } from '../../../domain/contact/mail-status.ts';
import { MailerUnavailable, type SendResult } from './mailer.ts';

/** What nodemailer says of a failed sending, as far as it is needed here. Its message quotes the server: not taken over. */
const SmtpFailure = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.int().optional(),
  permanent: z.boolean().optional(),
});

/** Enhanced status codes, RFC 3463: they say more than the three digits and hold no address. */
const statusOf = (responseCode: number, response = ''): string => {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
};

/** Only these speak of the reader or of this mail; a refused login or sender concerns every mail of the zone. */
const aboutThisMail = new Set(['RCPT TO', 'DATA']);

/** At DATA a server has taken the reader already: what it refuses then is the mail. */
const aboutOf = (command: string, status: string): 'address' | 'mail' =>
  command === 'RCPT TO' && meansAddress(status) ? 'address' : 'mail';

/** A permanent no to this mail as a result; everything else thrown as MailerUnavailable. */
export function refusalOf(error: unknown): SendResult {
  const { data } = SmtpFailure.safeParse(error);
  if (data?.responseCode === undefined) throw new MailerUnavailable(data?.code ?? 'UNKNOWN');
  const status = statusOf(data.responseCode, data.response);
  const { command = '', permanent } = data;
  if (permanent && aboutThisMail.has(command))
    return { outcome: 'refused', reason: status, about: aboutOf(command, status) };
  throw new MailerUnavailable(status);
}
