import { describe, expect, it } from 'vitest';
import { dueAt, rhythmOf } from '../../domain/contact/rhythm.ts';
import { OrganizationProfileInput } from '../../domain/organization/organization.ts';
import { Instant, nextAtHour } from '../../domain/time.ts';

const at = (text: string): Instant => Instant.parse(text);

describe('how a contact is told', () => {
  it.each([
    ['instant', 'as-posted', 'instant'],
    ['instant', 'daily', 'daily'],
    ['daily', 'as-posted', 'daily'],
    ['daily', 'daily', 'daily'],
    ['off', 'daily', 'off'],
    ['off', 'as-posted', 'off'],
    ['instant', 'off', 'off'],
  ] as const)(
    'of a demand that says “%s” to a contact that wants “%s” is “%s”: never more often than either',
    (mode, wanted, rhythm) => {
      expect(rhythmOf({ notify: { mode } }, wanted)).toBe(rhythm);
    },
  );

  it('is after what the zone collects, or at the next hour of its organization', () => {
    const settings = { collectSeconds: 300, mailHour: { hour: 8, timeZone: 'Asia/Shanghai' } };
    expect(dueAt('instant', at('2026-11-23T08:00:00.000Z'), settings)).toBe('2026-11-23T08:05:00.000Z');
    expect(dueAt('daily', at('2026-11-23T08:00:00.000Z'), settings)).toBe('2026-11-24T00:00:00.000Z');
  });
});

describe('the next time that clocks show an hour', () => {
  it.each([
    ['is today where it is still to come', 'Asia/Shanghai', 8, '2026-11-22T23:59:59.999Z', '2026-11-23T00:00:00.000Z'],
    ['is tomorrow at the hour itself', 'Asia/Shanghai', 8, '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['counts midnight as the hour 0', 'Asia/Hong_Kong', 0, '2026-11-23T08:00:00.000Z', '2026-11-23T16:00:00.000Z'],
    [
      'knows clocks that differ by quarters of an hour',
      'Asia/Kathmandu',
      8,
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T02:15:00.000Z',
    ],
    [
      'leaves out an hour that is not there',
      'Europe/Berlin',
      2,
      '2026-03-29T00:30:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ],
    [
      'comes twice where clocks are set back: the first of them',
      'Europe/Berlin',
      2,
      '2026-10-24T23:00:00.000Z',
      '2026-10-25T00:00:00.000Z',
    ],
    [
      'comes on clocks that never show a full hour when UTC shows a quarter: within the first quarter of it',
      '+05:37',
      8,
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T02:30:00.000Z',
    ],
  ])('%s', (_, timeZone, hour, after, expected) => {
    expect(nextAtHour(timeZone, hour, at(after))).toBe(expected);
  });
});

describe('the hour of an organization’s daily mail', () => {
  const profile = { name: 'An organization', kind: 'private', jurisdiction: 'CN' };

  it('is eight in the morning of the zone unless it says so', () => {
    expect(OrganizationProfileInput.parse(profile).dailyMail).toEqual({ hour: 8 });
    expect(OrganizationProfileInput.parse({ ...profile, dailyMail: {} }).dailyMail).toEqual({ hour: 8 });
  });

  it.each([
    { hour: 24 },
    { hour: -1 },
    { hour: 7.5 },
    { timeZone: 'Asia/Atlantis' },
    { timeZone: '' },
    { timeZone: '+05:37' },
    { timeZone: '-0001' },
    { minute: 5 },
  ])('is not %j', (dailyMail) => {
    expect(OrganizationProfileInput.safeParse({ ...profile, dailyMail }).success).toBe(false);
  });
});
