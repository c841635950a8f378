import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MatchId, OrganizationId } from '../../domain/ids.ts';
import { Instant, secondsOf } from '../../domain/time.ts';
import { invitationToken } from '../../functions/_links/invitation-link.ts';
import { matchToken, preferencesToken, unsubscribeToken } from '../../functions/_links/reader-tokens.ts';
import { now } from '../builders/moment.ts';
import { keysOf, newKey, oldKey } from './keys.ts';

const keys = keysOf(newKey, oldKey);
const reader = { organizationId: OrganizationId.parse('org-buyer'), contact: 'a'.repeat(32), exp: secondsOf(now) + 60 };
const matchId = MatchId.parse(`match-${'1'.repeat(32)}`);
const later = (seconds: number): Instant => Instant.parse(new Date(Date.parse(now) + seconds * 1000).toISOString());

/** One token of each purpose, and what reads it. */
const kinds = {
  invitation: {
    read: invitationToken.read,
    sign: () => invitationToken.sign({ ...reader, id: 'b'.repeat(32) }, keys),
  },
  unsubscribe: {
    read: unsubscribeToken.read,
    sign: () => unsubscribeToken.sign({ ...reader, ends: 'matches' }, keys),
  },
  preferences: { read: preferencesToken.read, sign: () => preferencesToken.sign(reader, keys) },
  match: { read: matchToken.read, sign: () => matchToken.sign({ ...reader, matchId }, keys) },
} as const;
const names = z.enum(['invitation', 'unsubscribe', 'preferences', 'match']).options;

describe('a signed token', () => {
  it.each(names)('says to whom it is for, and to nobody else: %s', async (name) => {
    const token = await kinds[name].sign();
    for (const other of names) {
      const said = await kinds[other].read(token, keys, now);
      if (other === name) expect(said).toMatchObject(reader);
      else expect(said).toBe('invalid');
    }
  });

  it('is over at its end, to the second', async () => {
    const token = await kinds.match.sign();
    expect(await matchToken.read(token, keys, later(59))).toMatchObject({ matchId });
    expect(await matchToken.read(token, keys, later(60))).toBe('expired');
  });

  it('counts while its key is the current one or the one before, and no longer', async () => {
    const token = await preferencesToken.sign(reader, keysOf(oldKey));
    expect(await preferencesToken.read(token, keysOf(newKey, oldKey), now)).toMatchObject(reader);
    expect(await preferencesToken.read(token, keysOf(newKey), now)).toBe('invalid');
    const renamed = keysOf({ id: oldKey.id, key: newKey.key });
    expect(await preferencesToken.read(token, renamed, now)).toBe('invalid');
  });

  it('is nothing once a single character of it is another', async () => {
    const token = await kinds.unsubscribe.sign();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    // The last character of a signature of 256 bits has two bits that mean nothing.
    const place = fc.nat({ max: token.length - 2 });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...alphabet), async (at, character) => {
        fc.pre(token[at] !== character);
        const altered = token.slice(0, at) + character + token.slice(at + 1);
        expect(await unsubscribeToken.read(altered, keys, now)).toBe('invalid');
      }),
      { seed: 20_261_127, numRuns: 400 },
    );
  });

  it.each(['', '.', '..', 'a.b.c', 'x'.repeat(3000), '\u0000', '💥'])(
    'is nothing that was not signed: %j',
    async (text) => {
      expect(await matchToken.read(text, keys, now)).toBe('invalid');
    },
  );

  it('does not hide that keys cannot be read', async () => {
    const broken = { ...keys, byId: () => Promise.reject(new Error('the secret is gone')) };
    await expect(matchToken.read(await kinds.match.sign(), broken, now)).rejects.toThrow('gone');
  });
});
