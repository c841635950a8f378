import { describe, expect, it } from 'vitest';
import { limitsComplaints } from '../../infra/zones/check-limits.ts';
import { defaultLimits } from '../../infra/zones/default-limits.ts';
import { zones } from '../../infra/zones/zones.ts';

describe('the limits of a zone', () => {
  it('are sound in every record', () => {
    for (const { limits } of zones) expect(limitsComplaints(limits)).toEqual([]);
  });

  it.each([
    [{ pairsAtOnce: 0 }, 'The zone’s limit pairsAtOnce is 0: it must be a whole number of at least 1.'],
    [{ pairsAtOnce: 4001 }, 'The zone’s limit pairsAtOnce is 4001: it must be at most 4000.'],
    [{ mailsAMinute: 139 }, 'mailsAMinute is 139: it must be a whole number of at least 140.'],
    [{ instantMailsADay: 1.5 }, 'instantMailsADay is 1.5'],
    [{ invitationsADay: { organization: 20, address: 0 } }, 'invitationsADay.address is 0'],
    [{ matcherRuns: { prompt: 10, overflow: 1, sweeps: 2 } }, 'matcherRuns.overflow is 1'],
    [{ promptListingsAMinute: { organization: Number.NaN, domain: 1 } }, 'promptListingsAMinute.organization is NaN'],
  ])('are refused with the setting’s name: %j', (fields, sentence) => {
    expect(limitsComplaints({ ...defaultLimits, ...fields })).toEqual([
      expect.stringContaining(sentence.replaceAll('’', "'")),
    ]);
  });
});
