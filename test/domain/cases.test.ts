import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { reasonCodes } from '../../domain/matching/reasons.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { flowRuleEditions } from '../../domain/vocabulary/cross-border-rules.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import { aDemand } from '../builders/demand.ts';
import { now, today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier } from '../builders/party.ts';
import { Case, JudgedDemand, JudgedOffer, JudgedParty } from './case.ts';
import { expectReadable } from './readable.ts';

const folder = new URL('./cases/', import.meta.url);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The tags that a case gives, with those that each match of plain data needs, unless the case says that it is bare. */
function withNeeded(given: Case): Pick<Case, 'offer' | 'buyer' | 'supplier'> {
  if (given.bare) return given;
  const plain = anOffer().complianceTags;
  const verified = aParty().heldTags;
  return {
    offer: { ...given.offer, complianceTags: [...listOf(given.offer['complianceTags']), ...plain] },
    buyer: { ...given.buyer, heldTags: [...listOf(given.buyer['heldTags']), ...verified] },
    supplier: { ...given.supplier, heldTags: [...listOf(given.supplier['heldTags']), ...verified] },
  };
}

function judgeCase(given: Case) {
  const needed = withNeeded(given);
  const facts = {
    now: given.now ?? now,
    today: given.today ?? today,
    ...(given.usesNegativeLists !== undefined && { usesNegativeLists: given.usesNegativeLists }),
    buyer: JudgedParty.parse({ ...aParty(), ...needed.buyer }),
    supplier: JudgedParty.parse({ ...aSupplier(), ...needed.supplier }),
  };
  const offer = JudgedOffer.parse({ ...anOffer(), ...needed.offer });
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
      if (given.expect.outcome !== undefined) expect(verdict.outcome).toBe(given.expect.outcome);
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
  // What the tables in use cannot bring about, rulebook.test.ts shows by tables of its own.
  const ofOtherTables = ['rule-not-understood', 'flow-rule-none'];
  expect([...new Set([...shown, ...ofOtherTables])].sort()).toEqual([...reasonCodes].sort());
});

const idsOf = (editions: readonly { readonly rows: readonly { readonly id: string }[] }[]): readonly string[] =>
  editions.flatMap(({ rows }) => rows).map(({ id }) => id);
const tableRows = [...idsOf(purposeRuleEditions), ...idsOf(flowRuleEditions)];
const decided = new Set(
  files.flatMap(({ cases }) =>
    cases.flatMap((given) => Object.values(given.expect.criteria).flatMap(({ rules = [] }) => rules)),
  ),
);

test('every row of the rule tables decides a case, but for the one that sends de-identified data to the personal rows', () => {
  expect(tableRows.filter((id) => !decided.has(id))).toEqual(['xb-300-deidentified']);
});
