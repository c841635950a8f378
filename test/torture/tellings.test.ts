import { describe, expect, it } from 'vitest';
import { DemandId } from '../../domain/ids.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import { tellingsIn, toldOpen, untold } from '../../infra/torture/tellings.ts';
import { foundMatch } from '../mail/found-match.ts';
import { links } from '../mail/mail-links.ts';

const demand = DemandId.parse(`demand-${'d'.repeat(32)}`);
const address = 'buyer@example.com';

/** A token as links have it, unsigned. */
const tokenOf = (payload: object): string => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

const mailOf = (numbers: readonly number[], ended: readonly number[] = []) => ({
  to: [{ address }],
  text: renderMatchMail({
    locale: 'en',
    zone: { name: { zh: '试验区', en: 'Zone' } },
    demand: { id: demand, title: 'Flows' },
    matches: numbers.map((number) => foundMatch(number)),
    ended: ended.map((number) => ({ matchId: foundMatch(number).matchId, title: 'An offer' })),
    mostShown: 20,
    isBroad: false,
    links: {
      ...links,
      match: (matchId) => `https://zone.example/v1/match-page?token=${tokenOf({ matchId })}`,
      matches: `https://zone.example/v1/match-pages?demand=${demand}`,
    },
  }).text,
});
const dueOf = (numbers: readonly number[]) =>
  numbers.map((number) => ({ address, match: foundMatch(number).matchId, demand }));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('what a mailbox says of who was told', () => {
  it('is each match by name', () => {
    const told = tellingsIn([mailOf([1, 2])]);
    expect(told.named).toEqual([1, 2].map((number) => `${address} ${foundMatch(number).matchId}`));
    expect(untold(dueOf([1, 2, 3]), told)).toEqual([`${address} ${foundMatch(3).matchId}`]);
    expect(told.again).toEqual([]);
  });

  it('is twice where two mails name one match', () => {
    expect(tellingsIn([mailOf([1, 2]), mailOf([2])])).toMatchObject({
      again: [`${address} ${foundMatch(2).matchId}`],
      repeats: 1,
    });
  });

  it('is told again, and not twice, of what had ended in between', () => {
    const told = tellingsIn([mailOf([1, 2]), mailOf([3], [1, 2]), mailOf([1])]);
    expect(told).toMatchObject({ again: [], repeats: 0 });
    expect(untold(dueOf([1, 3]), told)).toEqual([]);
    expect(untold(dueOf([2]), told)).toHaveLength(1);
    expect(toldOpen(told)).toEqual([1, 3].map((number) => ({ address, match: foundMatch(number).matchId })));
    expect(tellingsIn([mailOf([1]), mailOf([], [1]), mailOf([], [1])]).repeats).toBe(1);
  });

  it('is by number where a mail has no room for all, and by that number alone', () => {
    const told = tellingsIn([mailOf(upTo(40))]);
    expect(told.named.length).toBeLessThan(40);
    expect(told.counted).toEqual(new Map([[`${address} ${demand}`, 40 - told.named.length]]));
    expect(untold(dueOf(upTo(40)), told)).toEqual([]);
    expect(untold(dueOf(upTo(41)), told)).toHaveLength(41 - told.named.length);
  });
});
