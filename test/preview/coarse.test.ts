import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrganizationId } from '../../domain/ids.ts';
import { coarse, isCrowd } from '../../domain/preview/coarse.ts';

const owners = (...ids: readonly string[]) => ids.map((id) => OrganizationId.parse(id));

describe('a count', () => {
  it('is one and the same answer from none to four', () => {
    for (const count of [0, 1, 2, 3, 4]) expect(coarse(count)).toEqual({ under: 5 });
  });

  it('is exact from five on', () => {
    fc.assert(fc.property(fc.integer({ min: 5 }), (count) => 'exactly' in coarse(count)));
    expect(coarse(5)).toEqual({ exactly: 5 });
  });
});

describe('a crowd', () => {
  it('is five listings of three organizations', () => {
    expect(isCrowd(owners('a', 'a', 'b', 'b', 'c'))).toBe(true);
  });

  it('is neither four listings nor two organizations', () => {
    expect(isCrowd(owners('a', 'b', 'c', 'd'))).toBe(false);
    expect(isCrowd(owners('a', 'a', 'a', 'b', 'b', 'b'))).toBe(false);
  });
});
