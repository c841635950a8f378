import { describe, expect, it } from 'vitest';
import { rhythmComplaints } from '../../infra/zones/check-rhythm.ts';
import { defaultRhythm } from '../../infra/zones/default-rhythm.ts';
import { zones } from '../../infra/zones/zones.ts';

describe('the rhythm of a zone', () => {
  it('is sound in every record', () => {
    for (const { rhythm } of zones) expect(rhythmComplaints(rhythm)).toEqual([]);
  });

  it.each([
    [{ collectSeconds: -1 }, 'collectSeconds is -1: it must be a whole number from 0 to 900.'],
    [{ collectSeconds: 901 }, 'collectSeconds is 901'],
    [{ matchesAMail: 0 }, 'matchesAMail is 0: it must be a whole number from 1 to 50.'],
    [{ matchesAMail: 2.5 }, 'matchesAMail is 2.5'],
  ])('is refused with the setting’s name: %j', (fields, sentence) => {
    expect(rhythmComplaints({ ...defaultRhythm, ...fields })).toEqual([expect.stringContaining(sentence)]);
  });
});
