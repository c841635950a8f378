import { expect, test } from 'vitest';
import { groupByRemedy, remedyPhrase } from '../../domain/matching/near-matches.ts';
import type { Change } from '../../domain/matching/remedies.ts';

const deidentify: readonly Change[] = [
  { side: 'supplier', kind: 'carry', tag: 'deidentified' },
  { side: 'supplier', kind: 'carry', tag: 'reid-assessment-report' },
];
const certify: readonly Change[] = [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }];

test('counts pairs by what one side can do, in whatever order it is done', () => {
  const remedies = [
    certify,
    deidentify,
    [...deidentify].reverse(),
    [{ side: 'supplier', kind: 'lower-level', level: 2 } as const],
  ];
  expect(groupByRemedy(remedies, 'supplier').map(({ pairs }) => pairs)).toEqual([2, 1]);
  expect(groupByRemedy(remedies, 'buyer')).toEqual([{ changes: certify, pairs: 1 }]);
});

test('tells no side what the other one lacks', () => {
  const both = [...deidentify, ...certify];
  expect(groupByRemedy([both], 'supplier')).toEqual([]);
  expect(groupByRemedy([both], 'buyer')).toEqual([]);
});

test('says what has to be done', () => {
  expect(remedyPhrase(deidentify).en).toMatch(/^add to the data: .+ \(GB\/T 37964\); add to the data: /);
  expect(remedyPhrase([{ side: 'supplier', kind: 'lower-level', level: 2 }]).zh).toBe('将数据降至2级（内部）');
  expect(remedyPhrase(certify).zh).toMatch(/^取得并由运营方核验“/);
});
