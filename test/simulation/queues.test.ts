import { describe, expect, test } from 'vitest';
import { Budget, OnDemand } from '../../infra/simulation/budget.ts';
import { makeDraws, manyOf } from '../../infra/simulation/draws.ts';
import { Lane } from '../../infra/simulation/lane.ts';
import { MailLane } from '../../infra/simulation/mail-lane.ts';
import { figures, smallZone } from './small-zone.ts';

describe('a queue of posts', () => {
  test('hands out the oldest first, whichever work they are', () => {
    const lane = new Lane(2);
    lane.add(0, 1, 3);
    lane.add(60, 0, 2);
    lane.add(120, 1, 4);
    const served: (readonly [number, number])[] = [];
    lane.serve((work, many) => {
      served.push([work, many]);
      return many;
    });
    expect(served).toEqual([
      [1, 3],
      [0, 2],
      [1, 4],
    ]);
    expect(lane.waiting).toBe(0);
    expect(lane.ageAt(500)).toBe(0);
  });

  test('goes on with the others where one work is not taken, whose oldest waits ever longer', () => {
    const lane = new Lane(2);
    lane.add(0, 0, 5);
    lane.add(60, 1, 5);
    lane.serve((work, many) => (work === 0 ? 2 : many));
    expect(lane.waiting).toBe(3);
    expect(lane.ageAt(600)).toBe(600);
    lane.add(600, 0, 1);
    lane.serve((_, many) => Math.min(many, 3));
    expect(lane.waiting).toBe(0);
  });

  test('has one that comes again after it was empty begin anew', () => {
    const lane = new Lane(1);
    lane.add(0, 0, 1);
    lane.serve((_, many) => many);
    lane.add(3600, 0, 1);
    expect(lane.ageAt(3660)).toBe(60);
  });
});

describe('what there is so much of in a second', () => {
  test('is given out until it is gone, and lends nothing to the next step', () => {
    const budget = new Budget();
    budget.begin(10, 3000);
    expect(budget.manyOf(1000)).toBe(30);
    budget.take(29_000);
    expect(budget.manyOf(1000)).toBe(1);
    budget.begin(10, 3000);
    expect(budget.manyOf(1000)).toBe(30);
    expect(budget.manyOf(0)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is of a table on demand what it had to take half an hour before, twice, and its quota at most', () => {
    const table = new OnDemand({ quota: 40_000, begun: 4000, seen: 0 });
    expect(table.ready).toBe(4000);
    table.note(600, 4000);
    expect(table.ready).toBe(4000);
    table.note(1800, 1000);
    expect(table.ready).toBe(8000);
    table.note(3600, 100_000);
    expect(table.ready).toBe(40_000);
    expect(new OnDemand({ quota: 40_000, begun: 4000, seen: 15_000 }).ready).toBe(30_000);
  });
});

describe('mails that wait', () => {
  // 1,000 demands of 10 a buyer with 2 contacts each are 200 contacts, who take 4,000 mails in a day.
  const zone = smallZone({ mailsAMinute: 60, figures: figures({ contactsABuyer: 2, listingsAnOrganization: 10 }) });

  test('are one to each contact for each match of an offer, and one for all of a demand', () => {
    expect(new MailLane(zone).mailsOf(10, 3)).toBe((5 * 3 + 5) * 2);
    expect(new MailLane(zone).mailsOf(10, 0)).toBe(0);
  });

  test('leave as fast as the zone lets them, the oldest first', () => {
    const lane = new MailLane(zone);
    lane.add(0, 90);
    lane.add(60, 30);
    expect(lane.send(60)).toBe(60);
    expect(lane.ageAt(60)).toBe(60);
    expect(lane.send(60)).toBe(60);
    expect(lane.ageAt(120)).toBe(0);
    expect(lane.send(60)).toBe(0);
  });

  test('are no more than contacts take in a day', () => {
    const lane = new MailLane(zone);
    lane.add(0, 3990);
    expect(lane.mailsOf(1000, 10)).toBe(10);
  });
});

describe('what is drawn', () => {
  test('is unlike what another seed draws, from the first on', () => {
    const firsts = Array.from({ length: 200 }, (_, seed) => makeDraws(seed)());
    expect(new Set(firsts.map((value) => Math.floor(value * 10))).size).toBe(10);
    const alike = firsts.filter((value, at) => Math.abs(value - (firsts[at - 1] ?? 2)) < 0.01);
    expect(alike.length).toBeLessThan(20);
  });

  test('is the same for the same seed, and in the mean what is expected', () => {
    const some = (seed: number, expected: number) => {
      const draw = makeDraws(seed);
      return Array.from({ length: 2000 }, () => manyOf(expected, draw));
    };
    expect(some(7, 3)).toEqual(some(7, 3));
    for (const expected of [0.3, 3, 300]) {
      const mean = some(7, expected).reduce((sum, many) => sum + many, 0) / 2000;
      expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / 2000));
    }
  });
});
