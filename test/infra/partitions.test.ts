import { describe, expect, it } from 'vitest';
import { DomainPartitions, onePartition } from '../../domain/matching/domain-partitions.ts';
import { checkZone } from '../../infra/zones/check-zone.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { zones } from '../../infra/zones/zones.ts';

const check = (domainPartitions: DomainPartitions) => () => checkZone({ ...beijingDataPilot, domainPartitions });

describe('how a zone spreads its index', () => {
  it('is one partition a domain where nobody says otherwise, so that a small zone pays for no other', () => {
    for (const { domainPartitions } of zones) expect(domainPartitions).toEqual(onePartition);
  });

  it.each<DomainPartitions>([
    { read: [64], write: 64 },
    { read: [1, 4], write: 1 },
    { read: [1, 4], write: 4 },
    { read: [4], write: 4 },
  ])('is sound, on the way from one to another, too: %j', (setting) => {
    expect(check(setting)).not.toThrow();
    expect(DomainPartitions.parse(setting)).toEqual(setting);
  });

  it.each<[DomainPartitions, string]>([
    [{ read: [0], write: 0 }, 'domainPartitions.read says 0: it must be a whole number from 1 to 64.'],
    [{ read: [65], write: 65 }, 'domainPartitions.write says 65'],
    [{ read: [1.5], write: 1.5 }, 'domainPartitions.read says 1.5'],
    [{ read: [], write: 1 }, 'domainPartitions.read must name one number, or the two between which the zone changes.'],
    [{ read: [1, 2, 4], write: 1 }, 'domainPartitions.read must name one number'],
    [{ read: [4, 4], write: 4 }, 'domainPartitions.read must name one number'],
    [
      { read: [1], write: 4 },
      'domainPartitions.write is 4, which read does not name: what is written would not be found.',
    ],
  ])('is refused in a sentence, and by every Lambda: %j', (setting, sentence) => {
    expect(check(setting)).toThrow(`The zone's ${sentence}`);
    expect(DomainPartitions.safeParse(setting).success).toBe(false);
  });
});
