import { afterEach, expect, it } from 'vitest';
import { outgoing } from './outgoing-mail.ts';
import { mailerOf, stopServers } from './smtp-servers.ts';

afterEach(stopServers);

const mail = { ...outgoing, to: 'gone@example.com' };

/** An answer of the server: a code of RFC 5321 and words that quote the reader, as real servers do. */
const answer = (responseCode: number, enhanced: string) =>
  Object.assign(new Error(`${enhanced} <gone@example.com> not taken`), { responseCode });

it.each([true, false])(
  'a reader that does not exist is refused by code alone (pipelining hidden: %s)',
  async (hidden) => {
    const { send } = await mailerOf({
      hidePIPELINING: hidden,
      onRcptTo: (_to, _session, done) => done(answer(550, '5.1.1')),
    });
    expect(await send(mail)).toEqual({ outcome: 'refused', reason: '550 5.1.1', about: 'address' });
  },
);

it.each([
  [552, '5.2.2', '552 5.2.2'],
  [550, '5.7.1', '550 5.7.1'],
  [550, '', '550'],
])('a reader that is refused for another reason is refused this mail alone: %d %s', async (code, enhanced, reason) => {
  const { send } = await mailerOf({ onRcptTo: (_to, _session, done) => done(answer(code, enhanced)) });
  expect(await send(mail)).toEqual({ outcome: 'refused', reason, about: 'mail' });
});

it.each(['5.6.0', '5.1.1'])('a mail that is refused after its contents is refused: 554 %s', async (enhanced) => {
  const { send } = await mailerOf({
    onData: (stream, _session, done) => stream.on('end', () => done(answer(554, enhanced))).resume(),
  });
  expect(await send(mail)).toEqual({ outcome: 'refused', reason: `554 ${enhanced}`, about: 'mail' });
});

it('a reader that is put off, as by greylisting, is tried again later, and is taken then', async () => {
  let tries = 0;
  const { send } = await mailerOf({
    onRcptTo: (_to, _session, done) => done(tries++ === 0 ? answer(451, '4.7.1') : null),
    onData: (stream, _session, done) => stream.on('end', () => done()).resume(),
  });
  await expect(send(mail)).rejects.toMatchObject({ name: 'MailerUnavailable', code: '451 4.7.1' });
  expect(await send(mail)).toMatchObject({ outcome: 'accepted' });
});

it('a mail that is put off after its contents is tried again later', async () => {
  const { send } = await mailerOf({
    onData: (stream, _session, done) => stream.on('end', () => done(answer(452, '4.3.1'))).resume(),
  });
  await expect(send(mail)).rejects.toMatchObject({ name: 'MailerUnavailable', code: '452 4.3.1' });
});

it('a sender that is refused is no fault of the reader', async () => {
  const { send } = await mailerOf({ onMailFrom: (_from, _session, done) => done(answer(550, '5.7.1')) });
  const failure = send(mail);
  await expect(failure).rejects.toMatchObject({ name: 'MailerUnavailable', code: '550 5.7.1' });
  await expect(failure).rejects.not.toThrow(/example/);
});

it('is unavailable with a wrong login, and says neither address nor password', async () => {
  const { send } = await mailerOf({}, { password: 'wrong' });
  const failure = send(mail);
  await expect(failure).rejects.toMatchObject({ name: 'MailerUnavailable', code: expect.stringMatching(/^535/) });
  await expect(failure).rejects.not.toThrow(/example|wrong|zone/);
});
