import { describe, expect, it } from 'vitest';
import { defaultWeights } from '../../domain/matching/weights.ts';
import flowTable from '../../domain/vocabulary/data/cross-border-rules.json' with { type: 'json' };
import purposeTable from '../../domain/vocabulary/data/purpose-rules.json' with { type: 'json' };
import securityTable from '../../domain/vocabulary/data/security-levels.json' with { type: 'json' };
import { demandId, demandLine, files, offerId, offerLine } from './market-files.ts';
import { type Content, match, needed } from './spawned.ts';

type Told = {
  readonly offerId: string;
  readonly demandId: string;
  readonly change: string;
  readonly before: { readonly outcome: string; readonly score: number; readonly rulebook: string };
  readonly after: { readonly outcome: string; readonly score: number; readonly rulebook: string };
  readonly criteria: readonly { readonly criterion: string; readonly after: object }[];
};

const meta = { ...purposeTable.meta, version: 'next', effectiveFrom: '2027-01-01' };
const plainRow = 'pp-010-nonpersonal';

/** The purpose rules with some fields of the row for plain data in place of its own. */
const purposeRules = (fields: object) =>
  JSON.stringify({
    meta,
    rows: purposeTable.rows.map((row) => (row.id === plainRow ? { ...row, ...fields } : row)),
  });

async function compare(
  rules: Readonly<Record<string, Content>>,
  market = {},
  args: readonly string[] = ['current', 'next'],
) {
  const ended = await match<Told>(files({ ...market, ...rules }), [...needed, '--compare', ...args]);
  return { ...ended, told: ended.pairs };
}

const undeclared = { complianceTags: ['non-pi', 'takedown-commitment'] };

describe('comparing two sets of rules', () => {
  it.each([
    ['a row that asks for more ends matches', { allOf: ['quality-report'] }, {}, 'ends', 'fail'],
    ['a row that asks for less lets matches begin', { anyOf: [] }, undeclared, 'begins', 'pass'],
    ['a row that asks for a person', { outcome: 'manual-review' }, {}, 'needs-review', 'review'],
    ['an operator that nobody knows', { unless: ['weather'] }, {}, 'needs-review', 'review'],
    ['a row that forbids', { outcome: 'prohibited' }, {}, 'ends', 'fail'],
  ])('%s', async (_name, fields, offer, change, outcome) => {
    const rules = { 'next/purpose-rules.json': purposeRules(fields) };
    const { code, told, stderr } = await compare(rules, { 'offers.jsonl': [offerLine(1, offer)] });
    expect(told).toMatchObject([
      {
        offerId: offerId(1),
        demandId: demandId(1),
        change,
        after: { rulebook: expect.stringContaining('purpose-rules@next') },
      },
    ]);
    expect(told[0]?.before.rulebook).toContain(`purpose-rules@${purposeTable.meta.version}`);
    expect(told[0]?.criteria).toMatchObject([
      {
        criterion: 'purpose-rules',
        after: { outcome, rules: [plainRow], reason: { zh: expect.any(String), en: expect.any(String) } },
      },
    ]);
    expect(stderr).toContain(
      `purpose-rules: ${purposeTable.meta.version} (from ${purposeTable.meta.effectiveFrom}) to next (from 2027-01-01)`,
    );
    expect(stderr).toContain(`1 rows changed: ${plainRow}`);
    expect(stderr).toContain('cross-border-rules: ');
    expect(code).toBe(0);
  });

  it('tells of what a person decided before as well', async () => {
    const before = { 'a/purpose-rules.json': purposeRules({ outcome: 'manual-review' }) };
    const looser = await compare({ ...before, 'b/purpose-rules.json': purposeRules({}) }, {}, ['a', 'b']);
    expect(looser.told.map(({ change }) => change)).toEqual(['leaves-review']);
    const stricter = await compare({ ...before, 'b/purpose-rules.json': purposeRules({ outcome: 'prohibited' }) }, {}, [
      'a',
      'b',
    ]);
    expect(stricter.told.map(({ change }) => change)).toEqual(['ends-in-review']);
    const asked = await compare(before, { 'offers.jsonl': [offerLine(1, undeclared)] }, ['current', 'a']);
    expect(asked.told.map(({ change }) => change)).toEqual(['begins-in-review']);
  });

  it('names rows that come, go, or are not understood, and cites the compared table’s own words', async () => {
    const citation = { zh: '《新规》第一条', en: 'New Rules, Art 1' };
    const rows = [
      ...purposeTable.rows.filter(({ id }) => id !== plainRow),
      { ...purposeTable.rows[0], id: 'pp-new', citation, outcome: 'sometimes' },
    ];
    const { told, stderr } = await compare({ 'next/purpose-rules.json': JSON.stringify({ meta, rows }) });
    expect(stderr).toContain('1 rows added: pp-new');
    expect(stderr).toContain(`1 rows removed: ${plainRow}`);
    expect(stderr).toContain('not understood, so a person decides: pp-new (outcome)');
    expect(told[0]).toMatchObject({ change: 'needs-review' });
    expect(told[0]?.criteria[0]?.after).toMatchObject({ sources: [{ rule: 'pp-new', ...citation }] });
  });

  it('says nothing of pairs that stay, and counts every change', async () => {
    const market = {
      'offers.jsonl': [offerLine(1), offerLine(2, undeclared), offerLine(3, { domain: '17' })],
      'demands.jsonl': [demandLine(1), demandLine(2)],
    };
    const { told, stderr } = await compare({ 'next/purpose-rules.json': purposeRules({ anyOf: [] }) }, market);
    expect(told.map((one) => [one.offerId, one.demandId])).toEqual([
      [offerId(2), demandId(1)],
      [offerId(2), demandId(2)],
    ]);
    expect(stderr).toContain(
      'Of 6 pairs, 4 stay as they are:\n  2 begin to match (begins)\n  0 match no more (ends)\n',
    );
  });

  it('of weights alone changes no outcome; --all writes the scores', async () => {
    const weights = { 'next/weights.json': JSON.stringify({ ...defaultWeights, domain: 1000 }) };
    const market = { 'offers.jsonl': [offerLine(1, { domain: 'G' })] };
    const quiet = await compare(weights, market);
    expect(quiet.told).toEqual([]);
    expect(quiet.stderr).toContain('1 keep their outcome with another score (score)');
    expect(quiet.stderr).toContain('domain: 30 to 1000');
    const { told } = await compare(weights, market, ['current', 'next', '--all']);
    expect(told).toMatchObject([{ change: 'score', before: { score: 94 }, after: { score: 77 } }]);
    expect(told[0]?.criteria.map(({ criterion }) => criterion)).toEqual(['domain']);
  });

  it('takes an edition of weights, and every table of the folder', async () => {
    const rules = {
      'next/weights.json': JSON.stringify({ version: 'w2', effectiveFrom: '2027-01-01', weights: defaultWeights }),
      'next/purpose-rules.json': JSON.stringify(purposeTable),
      'next/cross-border-rules.json': JSON.stringify(flowTable),
      'next/security-levels.json': JSON.stringify(securityTable),
    };
    const { told, stderr, code } = await compare(rules);
    expect([code, told]).toEqual([0, []]);
    expect(stderr.match(/the same rows/g)).toHaveLength(3);
    expect(stderr).toContain('to w2\n  the same weights');
  });

  it('of the rules in effect with themselves changes nothing', async () => {
    const { told, code, stderr } = await compare({}, {}, ['current', 'current']);
    expect([code, told]).toEqual([0, []]);
    expect(stderr).toContain('Of 1 pairs, 1 stay as they are');
  });

  it('goes on past a malformed line, and says so by its exit code', async () => {
    const { code, stderr, told } = await compare(
      { 'next/purpose-rules.json': purposeRules({ outcome: 'prohibited' }) },
      { 'offers.jsonl': ['{', JSON.stringify(offerLine(1))].join('\n') },
    );
    expect([code, told.length]).toEqual([2, 1]);
    expect(stderr).toMatch(/^offers\.jsonl:1: not JSON/m);
  });
});

describe('wrong use of --compare', () => {
  const rules = {
    'broken/purpose-rules.json': '{',
    'none/purpose-rules.json': '{ "rows": 5 }',
    'heavy/weights.json': '{ "domain": -1 }',
    'empty/readme.txt': 'nothing here',
  };
  it.each([
    ['one set of rules', ['--compare', 'current'], /--compare needs two sets of rules/],
    ['three', ['--compare', 'current', 'current', 'current'], /Unexpected argument 'current'/],
    ['no such folder', ['--compare', 'current', 'gone'], /^There is no folder gone\.$/m],
    ['a folder without a table', ['--compare', 'current', 'empty'], /^empty holds none of purpose-rules\.json, /m],
    ['a table that is not JSON', ['--compare', 'current', 'broken'], /broken\/purpose-rules\.json is not JSON\.$/m],
    ['a table that is none', ['--compare', 'current', 'none'], /none\/purpose-rules\.json is no such table: /],
    ['weights that are none', ['--compare', 'heavy', 'current'], /heavy\/weights\.json is no such table: /],
    ['with --top', ['--compare', 'current', 'current', '--top', '3'], /--compare and --top do not go together/],
    ['with --weights', ['--compare', 'current', 'current', '--weights', 'w'], /--compare and --weights do not go/],
  ])('is one line on standard error: %s', async (_name, args, sentence) => {
    const { code, stdout, stderr } = await match(files(rules), [...needed, ...args]);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect([code, stdout]).toEqual([2, '']);
  });
});
