import { expect, test } from 'vitest';
import { groupByRemedy, remedyPhrase } from '../../domain/matching/near-matches.ts';
import type { Change } from '../../domain/matching/remedies.ts';

const deidentify: readonly Change[] = [
  { side: 'supplier', kind: 'carry', tag: 'deidentified' },
  { side: 'supplier', kind: 'carry', tag: 'reid-assessment-report' },
];
const certify: readonly Change[] = [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }];

const countsOf = (remedies: readonly (readonly Change[])[], side: Change['side']) =>
  groupByRemedy(
    remedies.map((remedy) => ({ remedy })),
    side,
  ).map(({ changes, pairs }) => ({ changes, pairs: pairs.length }));

test('counts pairs by what one side can do, in whatever order it is done', () => {
  const remedies = [
    certify,
    deidentify,
    [...deidentify].reverse(),
    [{ side: 'supplier', kind: 'lower-level', level: 2 } as const],
  ];
  expect(countsOf(remedies, 'supplier').map(({ pairs }) => pairs)).toEqual([2, 1]);
  expect(countsOf(remedies, 'buyer')).toEqual([{ changes: certify, pairs: 1 }]);
});

test('names first what mends most pairs, and of equals always the same', () => {
  const lower: readonly Change[] = [{ side: 'supplier', kind: 'lower-level', level: 2 }];
  const promise: readonly Change[] = [{ side: 'supplier', kind: 'carry', tag: 'takedown-commitment' }];
  const groups = countsOf([promise, lower, lower, deidentify, lower, deidentify, promise], 'supplier');
  expect(groups.map(({ changes, pairs }) => [changes[0], pairs])).toEqual([
    [lower[0], 3],
    [deidentify[0], 2],
    [promise[0], 2],
  ]);
  expect(countsOf([deidentify, promise, lower, lower, lower, deidentify, promise], 'supplier')).toEqual(groups);
});

test('counts no pair that needs nothing, or that nothing mends', () => {
  expect(groupByRemedy([{}, { remedy: undefined }], 'supplier')).toEqual([]);
  expect(countsOf([[]], 'supplier')).toEqual([]);
});

test('tells no side what the other one lacks', () => {
  const both = [...deidentify, ...certify];
  expect(countsOf([both], 'supplier')).toEqual([]);
  expect(countsOf([both], 'buyer')).toEqual([]);
});

test('says what has to be done', () => {
  expect(remedyPhrase(deidentify)).toEqual({
    zh: '为数据补充“去标识化”（GB/T 37964）；为数据补充“去标识化效果评估报告”',
    en: 'add to the data: De-identified (GB/T 37964); add to the data: De-identification effect assessment report',
  });
  expect(remedyPhrase([{ side: 'supplier', kind: 'lower-level', level: 2 }])).toEqual({
    zh: '将数据降至2级（内部）',
    en: 'offer data of level 2 (internal)',
  });
  expect(remedyPhrase(certify)).toEqual({
    zh: '取得并由运营方核验“网络安全等级保护三级”',
    en: 'obtain, and have the operator verify, Multi-Level Protection Scheme 2.0, level 3',
  });
});
