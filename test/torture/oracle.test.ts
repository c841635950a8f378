import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZoneClient, type ZoneClient } from '../../infra/demo/client.ts';
import { introductions, operationsOf, organizations } from '../../infra/torture/operations.ts';
import { consultOracle, type TortureZone } from '../../infra/torture/oracle.ts';
import { perform } from '../../infra/torture/perform.ts';
import { zoneOf } from '../../infra/zones/zones.ts';
import { ZoneUnderTest } from '../flow/zone.ts';

let underTest: ZoneUnderTest;
let client: ZoneClient;
let zone: TortureZone;

const { timeZone, weights } = zoneOf('cn-bj-data-pilot');

beforeAll(async () => {
  underTest = await ZoneUnderTest.start();
  client = makeZoneClient(underTest.zone);
  zone = { mailbox: underTest.zone.mailbox, timeZone, weights };
  await perform(client, underTest.zone.api, introductions, 1);
});
afterAll(() => underTest?.zone.stop());

describe('posts, changes, withdrawals and verifications, six at a time', () => {
  it.each([1, 2])(
    'leave on record what a brute-force judge finds, and nobody told twice or not at all: seed %i',
    async (seed) => {
      await perform(client, underTest.zone.api, operationsOf(seed, 70), 6);
      await underTest.settle();
      const found = await consultOracle(zone, client, organizations);
      expect(found.differences).toEqual([]);
      expect(found.toldTwice).toEqual([]);
      expect(found.untold).toEqual([]);
      expect(found.matched).toBeGreaterThan(5);
    },
  );
});

describe('the operations', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(operationsOf(7, 30)).toEqual(operationsOf(7, 30));
    expect(operationsOf(7, 30)).not.toEqual(operationsOf(8, 30));
  });
});
