import * as z from 'zod';
import { MailerUnavailable, type SendResult } from './mailer.ts';

/** What the SDK throws, as far as it is needed here. Its message quotes addresses: looked at, and not taken over. */
const SesFailure = z.object({ name: z.string().max(64), message: z.string().default('') });

/** SES refuses by the same name what is wrong with one mail, and what is wrong with the zone's own settings. */
const isAboutSender = (message: string): boolean =>
  /not verified|configuration set|sending (is )?paused|\b(from|sender|source|reply-?to)\b/i.test(message);

const isAboutReader = (message: string): boolean =>
  /(illegal|invalid|malformed|missing).*(address|domain|recipient)|(address|domain).*(illegal|invalid|malformed|ends with dot|contains)/i.test(
    message,
  );

/**
 * A permanent no to this mail as a result: contents that SES takes from nobody, or an address that it cannot read. Everything
 * else is thrown as MailerUnavailable, so that no mail is given up for it: throttling, a quota, an account or a configuration
 * set that is paused, a sender that is not verified, a permission that lacks (Amazon SES API v2 reference, "SendEmail").
 */
export function sesRefusalOf(error: unknown): SendResult {
  const { data } = SesFailure.safeParse(error);
  if (!data) throw new MailerUnavailable('UNKNOWN');
  const { name, message } = data;
  const isMeant =
    !isAboutSender(message) &&
    (name === 'MessageRejected' || (name === 'BadRequestException' && isAboutReader(message)));
  if (isMeant) return { outcome: 'refused', reason: name, about: 'mail' };
  throw new MailerUnavailable(name);
}
