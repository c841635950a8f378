import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, expect, it } from 'vitest';
import { makeSesMailer } from '../../functions/_adapters/mail/ses-mailer.ts';
import { outgoing, sender } from './outgoing-mail.ts';

const ses = mockClient(SESv2Client);
const mailer = makeSesMailer({ region: 'ap-southeast-1', configurationSet: 'zone', sender });
afterEach(() => ses.reset());

const failing = (name: string, message = `${outgoing.to} is not taken`): void => {
  ses.on(SendEmailCommand).rejects(Object.assign(new Error(message), { name }));
};

it.each([
  ['MessageRejected', 'Message contains invalid content <buyer@example.com>'],
  ['BadRequestException', 'Illegal address'],
  ['BadRequestException', 'Domain ends with dot'],
])('gives up one mail that SES refuses for good: %s, %s', async (name, message) => {
  failing(name, message);
  expect(await mailer.send(outgoing)).toEqual({ outcome: 'refused', reason: name, about: 'mail' });
});

it.each([
  ['TooManyRequestsException', undefined],
  ['ThrottlingException', 'Maximum sending rate exceeded.'],
  ['LimitExceededException', 'Daily message quota exceeded.'],
  ['AccountSuspendedException', undefined],
  ['SendingPausedException', undefined],
  ['MailFromDomainNotVerifiedException', undefined],
  ['MessageRejected', 'Email address is not verified. The following identities failed the check: zone@example.com'],
  ['NotFoundException', 'Configuration set <zone> does not exist.'],
  ['BadRequestException', 'Request is not of this form.'],
  ['BadRequestException', 'Invalid From address <zone@example.com>'],
  ['AccessDeniedException', 'User is not authorized to perform `ses:SendRawEmail`'],
  ['TimeoutError', undefined],
])('tries again later where another mail would fare no better: %s', async (name, message) => {
  failing(name, message);
  const failure = mailer.send(outgoing);
  await expect(failure).rejects.toMatchObject({ name: 'MailerUnavailable', code: name });
  await expect(failure).rejects.not.toThrow(/@/);
});

it('asks once: a call without an answer may have sent the mail', async () => {
  failing('TimeoutError');
  await expect(mailer.send(outgoing)).rejects.toThrow();
  expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
});
