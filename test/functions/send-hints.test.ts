import { expect, it, vi } from 'vitest';
import { DemandId, type ListingId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { Instant } from '../../domain/time.ts';
import { MailerUnavailable, type OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import { makeMailLinks } from '../../functions/_links/mail-links.ts';
import { makeMark } from '../../functions/_links/mail-mark.ts';
import { makeDeps } from '../../functions/send-weekly-mail/deps.ts';
import { sendHints } from '../../functions/send-weekly-mail/send-hints.ts';
import { today } from '../builders/moment.ts';
import { anOrganization } from '../builders/organization.ts';
import { keysOf, newKey } from '../links/keys.ts';
import { demand, matchOf } from '../notification/in-memory.ts';
import { demandId } from '../stores/ids.ts';
import { tellingVariables } from './telling-variables.ts';

const near: Match = {
  ...matchOf(1),
  outcome: 'near',
  remedy: [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }],
};
const reader = (email: string) => ({ email, locale: 'en', confirmed: true }) as const;

/** A week's look at a demand that found nothing for two weeks, whose buyer has two contacts. */
function lookAt(greylisted: readonly string[] = []) {
  const base = makeDeps({
    ...tellingVariables,
    CANDIDATES_TABLE: 'candidates',
    DEAD_LETTER_QUEUE_URL: 'https://sqs.example/dead',
    RETRY_QUEUE_URL: 'https://sqs.example/weekly',
    RETRY_AFTER_SECONDS: '[60]',
  });
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(base.logger, level).mockReturnValue();
  const used = new Map<string, number>();
  const kept: number[] = [];
  const mails: OutgoingMail[] = [];
  const greylisting = new Set(greylisted);
  const contacts = [reader('a@example.com'), reader('b@example.com')];
  const tell = sendHints({
    ...base,
    links: makeMailLinks(keysOf(newKey), tellingVariables.PUBLIC_BASE_URL),
    mark: makeMark(keysOf(newKey)),
    pace: async () => undefined,
    listings: {
      ...base.listings,
      get: async (_: unknown, id: ListingId) => ({
        ...demand,
        id: DemandId.parse(id),
        createdAt: Instant.parse('2026-11-09T00:00:00.000Z'),
      }),
    },
    deliveries: { ...base.deliveries, lastOf: async () => undefined },
    matches: { ...base.matches, recordsOf: async () => [near] },
    organizations: { ...base.organizations, get: async () => anOrganization({ contacts }) },
    preferences: { ...base.preferences, get: async () => undefined },
    stops: { ...base.stops, get: async () => undefined },
    usage: {
      ...base.usage,
      used: async (_: unknown, { of }: { of: string }) => used.get(of) ?? 0,
      async use(_: unknown, { of }: { of: string }, count: number, __: unknown, seconds = 86_400) {
        used.set(of, (used.get(of) ?? 0) + count);
        kept.push(seconds);
        return count;
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
  return { mails, kept, tell: (demandId = demand.id) => tell({ demandId, day: today }) };
}

it('a contact that cannot be mailed now keeps no other one from its hints, and is mailed when the message comes again', async () => {
  const { mails, tell } = lookAt(['a@example.com']);
  await expect(tell()).rejects.toThrow(MailerUnavailable);
  expect(mails.map(({ to }) => to)).toEqual(['b@example.com']);
  await tell();
  await tell();
  expect(mails.map(({ to }) => to)).toEqual(['b@example.com', 'a@example.com']);
});

it('a contact with many demands is told of ten in one day, each once, however late the message comes again', async () => {
  const { mails, kept, tell } = lookAt();
  for (let n = 1; n <= 12; n++) await tell(demandId(n));
  for (let n = 1; n <= 12; n++) await tell(demandId(n));
  expect(mails.filter(({ to }) => to === 'a@example.com')).toHaveLength(10);
  // SQS keeps a parked message for fourteen days.
  expect(kept.filter((seconds) => seconds > 14 * 86_400)).toHaveLength(24);
});
