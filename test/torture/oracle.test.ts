import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sumOfMetric } from '../../infra/local/control/client.ts';
import { operationsOf } from '../../infra/torture/operations.ts';
import { isSound, type Round, tortureRounds } from '../../infra/torture/run-torture.ts';
import { zoneOf } from '../../infra/zones/zones.ts';
import { tuned } from '../flow/tuned.ts';
import { ZoneUnderTest } from '../flow/zone.ts';

let underTest: ZoneUnderTest;
const { timeZone, weights } = zoneOf('cn-bj-data-pilot');

beforeAll(async () => {
  underTest = await ZoneUnderTest.start({ faults: true });
});
afterAll(() => underTest?.zone.stop());

async function round(underTest: ZoneUnderTest, seed: number, operations: number, faults: number): Promise<Round> {
  const settings = { seed, operations, clients: 6, minutes: 0, faults, outages: 0, restarts: 0 };
  const [found] = await Array.fromAsync(
    tortureRounds(
      { ...underTest.zone, restart: async () => undefined, timeZone, weights, usesNegativeLists: true },
      settings,
      () => performance.now(),
    ),
  );
  if (!found) throw new Error('no round was made');
  return found;
}

describe('posts, changes, withdrawals and verifications, six at a time', () => {
  it('leave on record what a brute-force judge finds, and nobody told twice or not at all', async () => {
    const found = await round(underTest, 4, 60, 0);
    expect(found).toMatchObject({ differences: [], toldTwice: [], untold: [], stale: [], repeats: 0, putBack: 0 });
    expect(found.matched).toBeGreaterThan(5);
  });

  it('do so where calls of the Lambdas fail, are lost, come twice, or are their last', {
    timeout: 240_000,
  }, async () => {
    const found = await round(underTest, 13, 40, 0.03);
    expect(found).toMatchObject({ differences: [], untold: [], stale: [] });
    expect(isSound(found)).toBe(true);
    expect(Object.keys(found.wrong.faults)).toEqual(expect.arrayContaining(['answer-lost', 'died-before']));
    expect(found.matched).toBeGreaterThan(5);
  });
});

it('they do so where listings are judged pair by pair, too', { timeout: 240_000 }, async () => {
  const assembly = await tuned(inject('assembly'), { variables: { PAIRS_AT_ONCE: '1' } });
  const inParts = await ZoneUnderTest.start({ assembly: assembly.folder, faults: true });
  try {
    const found = await round(inParts, 4, 30, 0.02);
    expect(found).toMatchObject({ differences: [], untold: [], stale: [] });
    expect(isSound(found)).toBe(true);
    expect(await sumOfMetric(inParts.zone.control, 'ListingsJudgedInParts')).toBeGreaterThan(3);
  } finally {
    await inParts.zone.stop();
    await assembly.remove();
  }
});

describe('a round', () => {
  it('is not sound where a match is missing, is not told, or is told more often than a disturbance explains', () => {
    const found = {
      differences: [],
      untold: [],
      stale: [],
      repeats: 1,
      mailingDisturbed: 1,
    };
    expect(isSound(found)).toBe(true);
    expect(isSound({ ...found, repeats: 2 })).toBe(false);
    expect(isSound({ ...found, differences: ['a pair'] })).toBe(false);
    expect(isSound({ ...found, untold: ['a match'] })).toBe(false);
    expect(isSound({ ...found, stale: ['a match'] })).toBe(false);
  });
});

describe('the operations', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(operationsOf(7, 30)).toEqual(operationsOf(7, 30));
    expect(operationsOf(7, 30)).not.toEqual(operationsOf(8, 30));
  });
});
