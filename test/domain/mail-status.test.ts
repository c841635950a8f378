import { describe, expect, it } from 'vitest';
import { meansAddress, tellingStatus } from '../../domain/contact/mail-status.ts';

describe('a permanent status', () => {
  it.each(['550 5.1.1', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '556 5.1.10', '5.2.1', '551', '556', '5.1.0'])(
    '%s means the address',
    (status) => expect(meansAddress(status)).toBe(true),
  );

  it.each([
    ['550', 'may be a policy as well'],
    ['550 5.7.1', 'a policy'],
    ['552 5.3.4', 'the mail is too large'],
    ['552 5.2.2', 'the mailbox is full'],
    ['553 5.1.8', 'the sender'],
    ['554 5.0.0', 'anything'],
    ['451 4.1.1', 'it is not permanent'],
    ['550 15.1.1', 'no status'],
    ['', 'nothing'],
  ])('%s does not: %s', (status) => expect(meansAddress(status)).toBe(false));

  it('is taken from the words of the server where it says nothing itself', () => {
    expect(tellingStatus('5.0.0', 'smtp; 550 5.1.1 <x@example.com> unknown')).toBe('5.1.1');
    expect(tellingStatus('5.0.0', 'smtp; 550 no')).toBe('5.0.0');
    expect(tellingStatus('5.7.1', 'smtp; 550 5.1.1')).toBe('5.7.1');
  });
});
