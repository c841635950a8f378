import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { reasonCodes } from '../../domain/matching/reasons.ts';
import { flowRuleEditions } from '../../domain/vocabulary/cross-border-rules.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import { tradabilityEditions } from '../../domain/vocabulary/security-levels.ts';
import { type Case, caseFiles, pairingOf } from './case.ts';
import { expectReadable } from './readable.ts';

for (const { topic, cases } of caseFiles) {
  describe(topic, () => {
    test.each(cases)('$name', (given) => {
      const { offer, demand, facts, weights } = pairingOf(given);
      const verdict = judge(offer, demand, facts, weights);
      for (const judged of verdict.criteria) expectReadable(judged.reason);
      if (given.expect.outcome !== undefined) expect(verdict.outcome).toBe(given.expect.outcome);
      if (given.expect.score !== undefined) expect(verdict.score).toBe(given.expect.score);
      for (const [id, expected] of Object.entries(given.expect.criteria)) {
        const judged = verdict.criteria.find((criterion) => criterion.criterion === id);
        const { reason, facts: told, ...rest } = expected;
        expect(judged).toMatchObject({ ...rest, reason: { code: reason, ...(told && { facts: told }) } });
      }
    });
  });
}

test('the cases show every reason of the table', () => {
  const shown = caseFiles.flatMap(({ cases }) =>
    cases.flatMap((given) => Object.values(given.expect.criteria).map((expected) => expected.reason)),
  );
  // What the tables in use cannot bring about, rulebook.test.ts shows by tables of its own.
  const ofOtherTables = ['rule-not-understood', 'flow-rule-none'];
  expect([...new Set([...shown, ...ofOtherTables])].sort()).toEqual([...reasonCodes].sort());
});

const idsOf = (editions: readonly { readonly rows: readonly { readonly id: string }[] }[]): readonly string[] =>
  editions.flatMap(({ rows }) => rows).map(({ id }) => id);

// De-identified data is judged by the rows for personal data: the row that sends it there decides nothing itself.
const tableRows = [...idsOf(purposeRuleEditions), ...idsOf(flowRuleEditions), ...idsOf(tradabilityEditions)].filter(
  (id) => id !== 'xb-300-deidentified',
);
const cases = caseFiles.flatMap((file) => file.cases);
const decidingIn = (given: Case): readonly string[] =>
  Object.values(given.expect.criteria).flatMap(({ rules = [] }) => rules);

describe('every row of the rule tables', () => {
  test('decides a case', () => {
    const decided = new Set(cases.flatMap(decidingIn));
    expect(tableRows.filter((id) => !decided.has(id))).toEqual([]);
  });

  test('just misses another, which another row decides, or none', () => {
    const missed = new Set(cases.flatMap(({ justMisses }) => justMisses));
    expect(tableRows.filter((id) => !missed.has(id))).toEqual([]);
    for (const given of cases.filter(({ justMisses }) => justMisses.length > 0)) {
      expect(decidingIn(given), given.name).not.toEqual([]);
      for (const id of given.justMisses) {
        expect(tableRows).toContain(id);
        expect(decidingIn(given), given.name).not.toContain(id);
      }
    }
  });
});
