import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';
import { invalidAddress, isOneAddress, messageOf, type Sender } from './message.ts';
import { sesRefusalOf } from './ses-answer.ts';

/** How a zone's mails go through Amazon SES: in which region, and by which configuration set, which says what becomes of them. */
export type SesSettings = {
  readonly region: string;
  readonly configurationSet: string;
  readonly sender: Sender;
};

/** One try: a call that got no answer may have sent the mail, and what is tried again is the queue's to say. */
const makeClient = (region: string): SESv2Client =>
  new SESv2Client({ region, maxAttempts: 1, requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000 } });

/** A mailer over SES. What it hands to SES is the whole mail, written as for SMTP. */
export function makeSesMailer(
  { region, configurationSet, sender }: SesSettings,
  sesClient: SESv2Client = makeClient(region),
): Mailer {
  const transport = createTransport({ SES: { sesClient, SendEmailCommand } });
  return {
    async send(mail) {
      if (!isOneAddress(mail.to)) return invalidAddress;
      try {
        const ses = { ConfigurationSetName: configurationSet };
        const sent = await transport.sendMail({ ...messageOf(mail, sender), ses });
        return { outcome: 'accepted', messageId: sent.messageId };
      } catch (error) {
        return sesRefusalOf(error);
      }
    },
  };
}
