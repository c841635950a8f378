import { describe, expect, test } from 'vitest';
import type { JudgedCriterion, Judgement } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import { sourceOf } from '../../domain/matching/rule-sources.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { isFirstDayOfEdition, type Rulebook, rulebookOn, versionOf } from '../../domain/rulebook/rulebook.ts';
import { TagId } from '../../domain/vocabulary/compliance-tags.ts';
import { readFlowRules } from '../../domain/vocabulary/cross-border-rules.ts';
import flowTable from '../../domain/vocabulary/data/cross-border-rules.json' with { type: 'json' };
import purposeTable from '../../domain/vocabulary/data/purpose-rules.json' with { type: 'json' };
import securityTable from '../../domain/vocabulary/data/security-levels.json' with { type: 'json' };
import { DomainCode } from '../../domain/vocabulary/industries.ts';
import { Jurisdiction } from '../../domain/vocabulary/jurisdictions.ts';
import { readPurposeRules } from '../../domain/vocabulary/purpose-rules.ts';
import { editionOn } from '../../domain/vocabulary/rule-row.ts';
import { readTradability } from '../../domain/vocabulary/security-levels.ts';
import { smallTerm } from '../../domain/vocabulary/term.ts';
import { aDemand } from '../builders/demand.ts';
import { today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { someFacts } from '../builders/party.ts';
import { expectReadable } from './readable.ts';

const current = rulebookOn(today);

function judged(criterion: string, rulebook: Rulebook, offer = anOffer(), demand = aDemand()): JudgedCriterion {
  const { criteria } = judge(offer, demand, someFacts({ rulebook }), defaultWeights);
  const found = criteria.find((one) => one.criterion === criterion) ?? expect.fail(`no ${criterion}`);
  expectReadable(found.reason);
  return found;
}

/** The table with some of the fields of one of its rows replaced. */
const changed = (rows: readonly { readonly id: string }[], id: string, fields: object): readonly object[] =>
  rows.map((row) => (row.id === id ? { ...row, ...fields } : row));

const domestic = 'pp-010-nonpersonal';
const withPurposeRow = (fields: object): Rulebook => ({
  ...current,
  purposeRules: readPurposeRules({ ...purposeTable, rows: changed(purposeTable.rows, domestic, fields) }),
});

const home = flowTable.rows.find(({ id }) => judged('jurisdiction', current).rules.includes(id))?.id ?? '';
const withFlowRow = (fields: object): Rulebook => ({
  ...current,
  flowRules: readFlowRules({ ...flowTable, rows: changed(flowTable.rows, home, fields) }),
});

const withTradability = (fields: object): Rulebook => ({
  ...current,
  tradability: readTradability({
    ...securityTable,
    tradability: securityTable.tradability.map((row) =>
      row.securityClass === 'general' && row.scale === 2 ? { ...row, ...fields } : row,
    ),
  }),
});

const asks = (rules: string[], unknown: string[]): Partial<Judgement> => ({
  outcome: 'review',
  reason: { code: 'rule-not-understood', facts: { rules, unknown } },
});

describe('a row that is not understood waits for a person where it applies', () => {
  test('the base pair passes by the rows that are changed below', () => {
    expect(judged('purpose-rules', current)).toMatchObject({ outcome: 'pass', rules: [domestic] });
    expect(judged('jurisdiction', current)).toMatchObject({ outcome: 'pass', rules: [home] });
    expect(judged('security-class', current)).toMatchObject({ outcome: 'pass', rules: ['tradability-general-2'] });
  });

  test.each([
    ['an operator that is not known', { unless: ['consent'] }, 'unless'],
    ['an outcome that is not known', { outcome: 'allowed-if' }, 'outcome'],
    ['a kind of data that is not known', { dataKind: 'holograms' }, 'dataKind'],
    ['a state that is not known', { state: 'encrypted' }, 'state'],
    ['a tag that is not known', { allOf: ['no-such-tag'] }, 'no-such-tag'],
    ['a tag that is not known in a group', { anyOf: [['pi', 'no-such-tag']] }, 'no-such-tag'],
    ['a list that is none', { forbid: 'pi' }, 'forbid'],
  ])('purpose rules: %s', (_name, fields, unknown) => {
    expect(judged('purpose-rules', withPurposeRow(fields))).toMatchObject(asks([domestic], [unknown]));
  });

  test.each([
    ['a condition that is not known', { conditions: { moonPhase: 'full' } }, 'conditions.moonPhase'],
    ['a condition of another form', { conditions: { offerHasSensitive: 'perhaps' } }, 'conditions.offerHasSensitive'],
    ['an outcome that is not known', { outcome: 'tolerated' }, 'outcome'],
    ['a tag that is not known', { allOf: ['no-such-tag'] }, 'no-such-tag'],
    ['places that are none', { from: 'CN' }, 'from'],
    ['a volume of another form', { volume: [{ persons: { lt: 5 } }] }, 'volume.0.persons'],
  ])('cross-border rules: %s', (_name, fields, unknown) => {
    expect(judged('jurisdiction', withFlowRow(fields))).toMatchObject(asks([home], [unknown]));
  });

  test.each([['recipientTag'], ['exporterTag'], ['exporterNotTag'], ['topic']])(
    'cross-border rules: a tag that is not known as %s',
    (condition) => {
      const { rows } = withFlowRow({ conditions: { [condition]: 'no-such-tag' } }).flowRules;
      expect(rows.find(({ id }) => id === home)?.unknown).toEqual(['no-such-tag']);
    },
  );

  test('cross-border rules: the conditions beside the unknown one still count', () => {
    const book = withFlowRow({ conditions: { moonPhase: 'full', offerHasSensitive: true } });
    expect(judged('jurisdiction', book).reason.code).not.toBe('rule-not-understood');
  });

  test.each([
    ['an outcome that is not known', { tradable: 'perhaps' }, 'tradable'],
    ['a tag that is not known', { requireAllOf: ['no-such-tag'] }, 'no-such-tag'],
    ['a field that is not known', { exceptOn: 'Sundays' }, 'exceptOn'],
    ['a way of delivery that is not known', { deliveryAllowed: ['pigeon'] }, 'deliveryAllowed.0'],
  ])('tradability: %s', (_name, fields, unknown) => {
    expect(judged('security-class', withTradability(fields))).toMatchObject(asks(['tradability-general-2'], [unknown]));
  });

  test('tradability: a class that is not known may be any', () => {
    const { outcome, reason, rules } = judged('security-class', withTradability({ securityClass: 'cosmic' }));
    expect([outcome, reason.facts['unknown'], rules]).toEqual(['review', ['securityClass'], ['tradability-any-2']]);
  });

  test('a row of which nothing can be read may be about anything', () => {
    const purposeRules = readPurposeRules({ ...purposeTable, rows: [...purposeTable.rows, 'nonsense'] });
    const id = `purpose-rules-${purposeTable.rows.length + 1}`;
    expect(purposeRules.rows.at(-1)).toMatchObject({ id, unknown: ['the row'] });
    const { outcome, reason, rules } = judged('purpose-rules', { ...current, purposeRules });
    expect([outcome, reason.code]).toEqual(['review', 'rule-not-understood']);
    expect(rules).toContain(id);
    const flowRules = readFlowRules({ ...flowTable, rows: [null, ...flowTable.rows] });
    expect(judged('jurisdiction', { ...current, flowRules })).toMatchObject({
      outcome: 'review',
      rules: ['cross-border-rules-1'],
    });
  });

  test('what an understood row forbids stays forbidden beside it', () => {
    const rows = [...purposeTable.rows, { ...purposeTable.rows[0], id: 'pp-new', outcome: 'prohibited' }, 'nonsense'];
    const book = { ...current, purposeRules: readPurposeRules({ ...purposeTable, rows }) };
    expect(judged('purpose-rules', book)).toMatchObject({
      outcome: 'fail',
      reason: { code: 'purpose-rule-prohibits' },
    });
  });

  test('a table without a row for a flow', () => {
    const book = { ...current, flowRules: readFlowRules({ ...flowTable, rows: [] }) };
    expect(judged('jurisdiction', book)).toMatchObject({
      outcome: 'review',
      reason: { code: 'flow-rule-none', facts: { from: 'CN', to: 'CN' } },
    });
  });

  test('of the tables in use every row is understood', () => {
    const rows = [current.purposeRules, current.flowRules, current.tradability].flatMap((table) => [...table.rows]);
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
  });
});

test('a row that adds to several purposes adds to each of them', () => {
  const adding = { ...purposeTable.rows[0], id: 'pp-new', outcome: 'adds', anyOf: [], allOf: ['quality-report'] };
  const purposes = ['purpose-marketing', 'purpose-public-service'];
  const rows = [
    ...purposeTable.rows,
    { ...adding, purposes },
    { ...adding, id: 'pp-other', purposes: purposes.slice(0, 1) },
  ];
  const purposeRules = readPurposeRules({ ...purposeTable, rows });
  expect(judged('purpose-rules', { ...current, purposeRules })).toMatchObject({
    outcome: 'fail',
    missing: ['quality-report'],
    rules: [domestic, 'pp-new'],
  });
});

test('cross-border rows are tried by priority, whatever their order in the table', () => {
  const turned = readFlowRules({ ...flowTable, rows: flowTable.rows.toReversed() });
  const byPriority = [10, 20, 30];
  expect(turned.rows.slice(0, 3).map(({ priority }) => priority)).toEqual(byPriority);
  expect(turned.rows).toEqual(current.flowRules.rows);
});

describe('editions', () => {
  const edition = (version: string, effectiveFrom: string) => ({ version, effectiveFrom });
  const [old, mid, late] = [edition('a', '2026-01-01'), edition('b', '2026-06-01'), edition('c', '2027-01-01')];

  test.each([
    ['2025-12-31', old],
    ['2026-01-01', old],
    ['2026-05-31', old],
    ['2026-06-01', mid],
    ['2026-12-31', mid],
    ['2027-01-01', late],
    ['2030-01-01', late],
  ])('on %s', (day, expected) => {
    expect(editionOn([late, old, mid], day)).toBe(expected);
  });

  test('a verdict names the issues that it was judged by', () => {
    const { rulebook } = judge(anOffer(), aDemand(), someFacts(), defaultWeights);
    expect(rulebook).toBe(
      `purpose-rules@${purposeTable.meta.version} cross-border-rules@${flowTable.meta.version} security-levels@${securityTable.meta.version}`,
    );
    const next = { ...current, purposeRules: { ...current.purposeRules, version: 'next' } };
    expect(versionOf(next)).toContain('purpose-rules@next');
  });

  test('the first day of an edition is known, and the day before and after it are not', () => {
    const { effectiveFrom } = purposeTable.meta;
    expect(isFirstDayOfEdition(effectiveFrom)).toBe(true);
    expect(isFirstDayOfEdition('2026-11-22')).toBe(false);
    expect(isFirstDayOfEdition('2026-11-24')).toBe(false);
  });
});

test('every criterion names a rule, and every rule its source in both languages', () => {
  const { criteria } = judge(anOffer(), aDemand(), someFacts(), defaultWeights);
  for (const { criterion, rules } of criteria) {
    expect(rules, criterion).not.toEqual([]);
    for (const rule of rules) {
      expect(sourceOf(rule).citation.zh, rule).toMatch(/\p{Script=Han}/u);
      expect(sourceOf(rule).citation.en, rule).not.toMatch(/\p{Script=Han}|earlier issue/u);
    }
  }
  expect(sourceOf('dsl-33').citation.en).toBe('Data Security Law, Art 33');
  expect(sourceOf('pp-of-long-ago')).toMatchObject({ verification: 'general-knowledge', urls: [] });
});

describe('terms are compared after normalisation', () => {
  test.each([
    ['a tag in capitals, with spaces around', TagId, ' MLPS-3 ', 'mlps-3'],
    ['a tag of full-width letters', TagId, 'ｍｌｐｓ－３', 'mlps-3'],
    ['a tag with an underscore', TagId, 'Source_Statement', 'source-statement'],
    ['a tag with a space', TagId, 'source statement', 'source-statement'],
    ['a tag with several', TagId, 'source  _statement', 'source-statement'],
    ['a small domain', DomainCode, ' j', 'J'],
    ['a full-width domain', DomainCode, '６６', '66'],
    ['a small place', Jurisdiction, 'cn-gba9', 'CN-GBA9'],
    ['a full-width place', Jurisdiction, 'ｈｋ', 'HK'],
  ])('%s', (_name, schema, given, kept) => {
    expect(schema.parse(given)).toBe(kept);
  });

  test('up to a hundred letters', () => {
    expect(smallTerm.safeParse('a'.repeat(100)).success).toBe(true);
    expect(smallTerm.safeParse('a'.repeat(101)).success).toBe(false);
  });
});
