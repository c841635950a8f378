import { expect, it, vi } from 'vitest';
import type { Match } from '../../domain/match/match.ts';
import { Instant } from '../../domain/time.ts';
import { MailerUnavailable, type OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import { makeMailLinks } from '../../functions/_links/mail-links.ts';
import { makeDeps } from '../../functions/send-weekly-mail/deps.ts';
import { sendHints } from '../../functions/send-weekly-mail/send-hints.ts';
import { today } from '../builders/moment.ts';
import { anOrganization } from '../builders/organization.ts';
import { keysOf, newKey } from '../links/keys.ts';
import { demand, matchOf } from '../notification/in-memory.ts';
import { tellingVariables } from './telling-variables.ts';

const near: Match = {
  ...matchOf(1),
  outcome: 'near',
  remedy: [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }],
};
const reader = (email: string) => ({ email, locale: 'en', confirmed: true }) as const;

/** A week's look at a demand that found nothing for two weeks, whose buyer has two contacts. */
function lookAt() {
  const base = makeDeps({
    ...tellingVariables,
    CANDIDATES_TABLE: 'candidates',
    DEAD_LETTER_QUEUE_URL: 'https://sqs.example/dead',
    RETRY_QUEUE_URL: 'https://sqs.example/weekly',
    RETRY_AFTER_SECONDS: '[60]',
  });
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(base.logger, level).mockReturnValue();
  const told = new Set<string>();
  const mails: OutgoingMail[] = [];
  const greylisting = new Set(['a@example.com']);
  const contacts = [reader('a@example.com'), reader('b@example.com')];
  const tell = sendHints({
    ...base,
    links: makeMailLinks(keysOf(newKey), tellingVariables.PUBLIC_BASE_URL),
    pace: async () => undefined,
    listings: {
      ...base.listings,
      get: async () => ({ ...demand, createdAt: Instant.parse('2026-11-09T00:00:00.000Z') }),
    },
    deliveries: { ...base.deliveries, lastOf: async () => undefined },
    matches: { ...base.matches, recordsOf: async () => [near] },
    organizations: { ...base.organizations, get: async () => anOrganization({ contacts }) },
    preferences: { ...base.preferences, get: async () => undefined },
    stops: { ...base.stops, get: async () => undefined },
    usage: {
      ...base.usage,
      used: async (_: unknown, { of }: { of: string }) => (told.has(of) ? 1 : 0),
      use: async (_: unknown, { of }: { of: string }) => {
        told.add(of);
        return 1;
      },
    },
    mailer: {
      async send(mail: OutgoingMail) {
        if (greylisting.delete(mail.to)) throw new MailerUnavailable('450 4.7.1');
        mails.push(mail);
        return { outcome: 'accepted', messageId: '<1@example.cn>' } as const;
      },
    },
  });
  return { mails, tell: () => tell({ demandId: demand.id, day: today }) };
}

it('a contact that cannot be mailed now keeps no other one from its hints, and is mailed when the message comes again', async () => {
  const { mails, tell } = lookAt();
  await expect(tell()).rejects.toThrow(MailerUnavailable);
  expect(mails.map(({ to }) => to)).toEqual(['b@example.com']);
  await tell();
  await tell();
  expect(mails.map(({ to }) => to)).toEqual(['b@example.com', 'a@example.com']);
});
