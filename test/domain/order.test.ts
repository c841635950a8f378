import { describe, expect, it } from 'vitest';
import { OrganizationId } from '../../domain/ids.ts';
import { bestOfEachFirst } from '../../domain/match/order.ts';
import { matchId } from '../stores/ids.ts';

const one = (n: number, supplier: string, score: number) => ({
  matchId: matchId(n),
  supplierId: OrganizationId.parse(`org-${supplier}`),
  score,
});

describe('the order of matches in a mail', () => {
  it('is by score; of equal ones each supplier has its best before anybody’s second', () => {
    const copies = Array.from({ length: 40 }, (_, n) => one(n, 'copies', 90));
    const [best, rival, last] = [one(50, 'copies', 95), one(60, 'rival', 90), one(70, 'last', 80)];
    const order = bestOfEachFirst([last, ...copies, rival, best]);
    expect(order.slice(0, 3).map(({ matchId: id }) => id)).toEqual(
      [best, rival, copies[0]].map((match) => match?.matchId),
    );
    expect(order.at(-1)).toBe(last);
    expect(order).toHaveLength(43);
  });

  it('does not rest on the order that they come in', () => {
    const some = [one(1, 'a', 90), one(2, 'a', 90), one(3, 'b', 90), one(4, 'b', 85)];
    expect(bestOfEachFirst(some.toReversed())).toEqual(bestOfEachFirst(some));
  });
});
