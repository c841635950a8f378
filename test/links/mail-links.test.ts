import { describe, expect, it } from 'vitest';
import { DemandId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { secondsOf } from '../../domain/time.ts';
import { linkSeconds, makeMailLinks, unsubscribeHeaders } from '../../functions/_links/mail-links.ts';
import { matchToken, preferencesToken, unsubscribeToken } from '../../functions/_links/reader-tokens.ts';
import { addressDigest } from '../../functions/_runtime/ids.ts';
import { now } from '../builders/moment.ts';
import { keysOf, newKey } from './keys.ts';

const keys = keysOf(newKey);
const [one, other] = ['1', '2'].map((digit) => MatchId.parse(`match-${digit.repeat(32)}`)) as [MatchId, MatchId];
const demandId = DemandId.parse(`demand-${'3'.repeat(32)}`);
const mail = {
  organizationId: OrganizationId.parse('org-buyer'),
  email: 'Data@Buyer.example',
  locale: 'en',
  ends: 'matches',
  demandId,
  matchIds: [one],
  now,
} as const;
const links = await makeMailLinks(keys, 'https://api.example/')(mail);
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';

describe('the links of a mail', () => {
  it('are for its one reader, end after thirty days, and say in which language the mail was', async () => {
    const reader = {
      organizationId: 'org-buyer',
      contact: addressDigest('data@buyer.example'),
      exp: secondsOf(now) + linkSeconds,
    };
    expect(linkSeconds).toBe(30 * 86_400);
    expect(await matchToken.read(tokenOf(links.match(one)), keys, now)).toEqual({ ...reader, matchId: one });
    expect(await preferencesToken.read(tokenOf(links.preferences), keys, now)).toEqual(reader);
    expect(await unsubscribeToken.read(tokenOf(links.unsubscribe), keys, now)).toEqual({ ...reader, ends: 'matches' });
    for (const link of [links.match(one), links.matches, links.preferences, links.unsubscribe]) {
      expect(link).toMatch(/^https:\/\/api\.example\/v1\/[a-z-]+\?/);
      expect(new URL(link).searchParams.get('lang')).toBe('en');
    }
  });

  it('name no address, and lead from a match that the mail does not name to the list of all', () => {
    const all = [links.match(one), links.matches, links.preferences, links.unsubscribe].join();
    expect(decodeURIComponent(all).toLowerCase()).not.toMatch(/buyer\.example|@/);
    expect(links.match(other)).toBe(links.matches);
    expect(links.matches).toBe(`https://api.example/v1/match-pages?demand=${demandId}&lang=en`);
  });

  it('end these mails by one press of the mail reader', () => {
    expect(unsubscribeHeaders(links)).toEqual({
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});
