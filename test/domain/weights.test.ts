import { describe, expect, test } from 'vitest';
import { defaultWeights, WeightsEditions, weightsOn } from '../../domain/matching/weights.ts';

const edition = (version: string, effectiveFrom: string) => ({ version, effectiveFrom, weights: defaultWeights });

describe('the weights of a zone', () => {
  test('are those of the newest edition in effect, and before the first of them the first', () => {
    const editions = WeightsEditions.parse([edition('2', '2027-01-01'), edition('1', '2026-01-01')]);
    expect(weightsOn(editions, '2025-12-31').version).toBe('1');
    expect(weightsOn(editions, '2026-12-31').version).toBe('1');
    expect(weightsOn(editions, '2027-01-01').version).toBe('2');
  });

  test('are set at least once', () => {
    expect(WeightsEditions.safeParse([]).success).toBe(false);
  });

  test.each([
    ['a version without a name', edition('', '2026-01-01')],
    ['a version of a long name', edition('v'.repeat(41), '2026-01-01')],
    ['a day that does not exist', edition('1', '2026-02-30')],
    ['a field too many', { ...edition('1', '2026-01-01'), until: '2027-01-01' }],
  ])('are refused with %s', (_name, given) => {
    expect(WeightsEditions.safeParse([given]).success).toBe(false);
  });
});
