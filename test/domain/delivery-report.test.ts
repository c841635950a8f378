import { describe, expect, it } from 'vitest';
import { consequenceOf } from '../../domain/contact/delivery-report.ts';

const bounce = (action: string, status: string, diagnostic?: string) =>
  consequenceOf({ kind: 'bounce', address: 'x@example.com', action, status, diagnostic });
const complaint = (type: string) => consequenceOf({ kind: 'complaint', address: 'x@example.com', type });

describe('what follows from a report', () => {
  it('of a mail that failed is that the address is mailed no more, where its status speaks of it', () => {
    expect(bounce('failed', '5.1.1')).toEqual({ stop: 'hard-bounce', code: '5.1.1' });
    expect(bounce('failed', '5.0.0', 'smtp; 551 5.1.6 moved')).toEqual({ stop: 'hard-bounce', code: '5.1.6' });
  });

  it.each([
    ['failed', '5.7.1'],
    ['failed', '5.0.0'],
    ['failed', '4.1.1'],
    ['delayed', '5.1.1'],
    ['relayed', '5.1.1'],
  ])('of one that %s with %s is that it is noted', (action, code) => {
    expect(bounce(action, code)).toEqual({ code });
  });

  it('of a complaint is that its owner is mailed no more, but for one that says that there is nothing to complain of', () => {
    expect(complaint('abuse')).toEqual({ stop: 'complaint', code: 'abuse' });
    expect(complaint('not-spam')).toEqual({ code: 'not-spam' });
  });
});
