import { describe, expect, it } from 'vitest';
import { DemandId } from '../../domain/ids.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import { tellingsIn, toldTwice, untold } from '../../infra/torture/tellings.ts';
import { foundMatch } from '../mail/found-match.ts';

const demand = DemandId.parse(`demand-${'d'.repeat(32)}`);
const address = 'buyer@example.com';

const mailOf = (numbers: readonly number[]) => ({
  to: [{ address }],
  text: renderMatchMail({
    locale: 'en',
    zone: { name: { zh: '试验区', en: 'Zone' } },
    demand: { id: demand, title: 'Flows' },
    matches: numbers.map((number) => foundMatch(number)),
    publicBaseUrl: 'https://zone.example',
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
    expect(toldTwice(told)).toEqual([]);
  });

  it('is twice where two mails name one match', () => {
    expect(toldTwice(tellingsIn([mailOf([1, 2]), mailOf([2])]))).toEqual([`${address} ${foundMatch(2).matchId}`]);
  });

  it('is by number where a mail has no room for all, and by that number alone', () => {
    const told = tellingsIn([mailOf(upTo(40))]);
    expect(told.named.length).toBeLessThan(40);
    expect(told.counted).toEqual(new Map([[`${address} ${demand}`, 40 - told.named.length]]));
    expect(untold(dueOf(upTo(40)), told)).toEqual([]);
    expect(untold(dueOf(upTo(41)), told)).toHaveLength(41 - told.named.length);
  });
});
