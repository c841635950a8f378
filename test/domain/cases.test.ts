import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { reasonCodes } from '../../domain/matching/reasons.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { aDemand } from '../builders/demand.ts';
import { now, today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier } from '../builders/party.ts';
import { Case, JudgedDemand, JudgedOffer, JudgedParty } from './case.ts';
import { expectReadable } from './readable.ts';

const folder = new URL('./cases/', import.meta.url);

function judgeCase(given: Case) {
  const facts = {
    now: given.now ?? now,
    today: given.today ?? today,
    buyer: JudgedParty.parse({ ...aParty(), ...given.buyer }),
    supplier: JudgedParty.parse({ ...aSupplier(), ...given.supplier }),
  };
  const offer = JudgedOffer.parse({ ...anOffer(), ...given.offer });
  const demand = JudgedDemand.parse({ ...aDemand(), ...given.demand });
  return judge(offer, demand, facts, given.weights ?? defaultWeights);
}

const files = readdirSync(folder)
  .sort()
  .map((file) => ({
    topic: file.replace('.json', ''),
    cases: Case.array().parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  }));

for (const { topic, cases } of files) {
  describe(topic, () => {
    test.each(cases)('$name', (given) => {
      const verdict = judgeCase(given);
      for (const judged of verdict.criteria) expectReadable(judged.reason);
      expect(verdict.outcome).toBe(given.expect.outcome);
      if (given.expect.score !== undefined) expect(verdict.score).toBe(given.expect.score);
      for (const [id, expected] of Object.entries(given.expect.criteria)) {
        const judged = verdict.criteria.find((criterion) => criterion.criterion === id);
        const { reason, facts, ...rest } = expected;
        expect(judged).toMatchObject({ ...rest, reason: { code: reason, ...(facts && { facts }) } });
      }
    });
  });
}

test('the cases show every reason of the table', () => {
  const shown = files.flatMap(({ cases }) =>
    cases.flatMap((given) => Object.values(given.expect.criteria).map((expected) => expected.reason)),
  );
  expect([...new Set(shown)].sort()).toEqual([...reasonCodes].sort());
});
