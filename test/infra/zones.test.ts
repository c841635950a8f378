import { describe, expect, it } from 'vitest';
import { togetherComplaints } from '../../infra/zones/check-together.ts';
import { checkZone, zoneComplaints } from '../../infra/zones/check-zone.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { greaterBayAreaHongKong } from '../../infra/zones/cn-gba-hk.ts';
import { regionOf } from '../../infra/zones/regions.ts';
import { zones } from '../../infra/zones/zones.ts';

describe('the records of zones', () => {
  it.each(zones.map((zone) => [zone.id, zone] as const))('are sound: %s', (_id, zone) => {
    expect(zoneComplaints(zone)).toEqual([]);
  });

  it('are the fourteen of the table, and the sides of the Greater Bay Area in Hong Kong and Macao', () => {
    expect(togetherComplaints(zones)).toEqual([]);
    const kinds = Object.groupBy(zones, ({ kind }) => kind);
    expect(kinds['data-system-pilot-zone']?.length).toBeGreaterThanOrEqual(1);
    expect(kinds['big-data-pilot-zone']?.length).toBeGreaterThanOrEqual(8);
    expect(kinds['data-elements-pilot-zone']?.length).toBeGreaterThanOrEqual(4);
    const area = zones.filter(({ kind }) => kind === 'cross-jurisdiction-area');
    expect(area.map(({ id, jurisdictions }) => [id, jurisdictions])).toEqual([
      ['cn-gba', ['CN']],
      ['cn-gba-hk', ['HK']],
      ['cn-gba-mo', ['MO']],
    ]);
  });

  it('keep data of the mainland in the Chinese partition, and mail there by a relay', () => {
    for (const { id, jurisdictions, region, mail } of zones) {
      const isMainland = jurisdictions.includes('CN');
      expect(regionOf(region).partition === 'aws-cn', id).toBe(isMainland);
      expect(mail.transport, id).toBe(isMainland ? 'smtp' : 'ses');
    }
  });
});

describe('a record that cannot work', () => {
  const { alarms, canary, identity, weights } = beijingDataPilot;
  const { thresholds } = alarms;
  const watched = canary === 'off' ? expect.fail('the zone has a canary') : canary;

  it.each<[string, object]>([
    ['id “Peking” must be like cn-gz-bigdata', { id: 'Peking' }],
    ['id “cn_gz”', { id: 'cn_gz' }],
    ['32 at most', { id: `cn-${'x'.repeat(40)}` }],
    ['name is needed', { name: { zh: '', en: 'Beijing' } }],
    ['since “2023-02-30”', { since: '2023-02-30' }],
    ['since “last year”', { since: 'last year' }],
    ['timeZone “Asia/Peking”', { timeZone: 'Asia/Peking' }],
    ['has no members', { members: [] }],
    ['member “11011” is no code', { members: [{ code: '11011', zh: '通州', en: 'Tongzhou' }] }],
    ['member 810000 is under the law of HK', { members: [{ code: '810000', zh: '香港', en: 'Hong Kong' }] }],
    ['has no jurisdictions', { jurisdictions: [] }],
    ['jurisdiction “XX”', { jurisdictions: ['CN', 'XX'] }],
    ['region ap-east-1 is not on the mainland', { region: 'ap-east-1' }],
    ['provenance.source', { provenance: { source: ' ', fromGeneralKnowledge: [] } }],
    ['issuer “http://id.example.cn”', { identity: { ...identity, issuer: 'http://id.example.cn' } }],
    ['audience is empty', { identity: { ...identity, audience: '' } }],
    [
      'weights.0.weights.price cannot be applied',
      { weights: [{ ...weights[0], weights: { ...weights[0].weights, price: -1 } }] },
    ],
    ['two editions of weights from 2026-11-23', { weights: [weights[0], { ...weights[0], version: 'other' }] }],
    ['nl-bj-2024 has a newer edition, nl-bj-2025', { negativeLists: ['nl-bj-2024'] }],
    ['“nl-xx” is none that is known', { negativeLists: ['nl-xx'] }],
    ['alarms.receiver “ops”', { alarms: { ...alarms, receiver: 'ops' } }],
    ['complaintPercent is 0', { alarms: { ...alarms, thresholds: { ...thresholds, complaintPercent: 0 } } }],
    [
      'threshold mailLateMinutes is 0.5',
      { alarms: { ...alarms, thresholds: { ...thresholds, mailLateMinutes: 0.5 } } },
    ],
    ['retention logsDays is 30', { retention: { logsDays: 30, recoveryDays: 35 } }],
    ['retention recoveryDays is 36', { retention: { logsDays: 180, recoveryDays: 36 } }],
    ['needs two organizations', { canary: { ...watched, buyer: watched.supplier } }],
    ['must be shorter than everyMinutes', { canary: { ...watched, everyMinutes: 5, withinMinutes: 5 } }],
  ])('is told so in a sentence: %s', (sentence, own) => {
    const complaints = zoneComplaints(Object.assign({}, beijingDataPilot, own));
    expect(
      complaints.filter((one) => one.includes(sentence)),
      complaints.join('\n'),
    ).toHaveLength(1);
  });

  it('is told all that is wrong at once', () => {
    const { mail } = greaterBayAreaHongKong;
    const zone = Object.assign({}, beijingDataPilot, { since: 'soon', mail: { ...mail, region: 'cn-north-1' } });
    expect(() => checkZone(zone)).toThrow(/since “soon”.*no SES in cn-north-1/s);
  });
});

describe('records that cannot stand together', () => {
  it('are named, where one is there twice or has an id that reaches into that of another in its region', () => {
    const inside = { ...beijingDataPilot, id: 'cn-bj-data-pilot-south' };
    const elsewhere = { ...greaterBayAreaHongKong, id: 'cn-bj-data-pilot-hk' };
    expect(togetherComplaints([beijingDataPilot, inside, elsewhere, inside])).toEqual([
      expect.stringContaining('cn-bj-data-pilot-south begins with the id of cn-bj-data-pilot'),
      expect.stringContaining('cn-bj-data-pilot-south begins with the id of cn-bj-data-pilot'),
      'There are two records of cn-bj-data-pilot-south.',
    ]);
  });
});
