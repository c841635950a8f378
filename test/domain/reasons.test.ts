import { describe, expect, test } from 'vitest';
import { Reason, reason, reasonCodes, sentence } from '../../domain/matching/reasons.ts';
import { Jurisdiction } from '../../domain/vocabulary/jurisdictions.ts';
import { jurisdictionName, levelName } from '../../domain/vocabulary/names.ts';

describe('the sentence of a reason', () => {
  test("names tags in the reader's language", () => {
    const held = reason('recipient-tags-held', { asked: ['mlps-3', 'crypto-assessment'] });
    expect(sentence(held, 'en')).toBe(
      'The buyer holds what the offer asks of recipients: Multi-Level Protection Scheme 2.0, level 3; Commercial cryptography application assessment.',
    );
    expect(sentence(held, 'zh-CN')).toBe(
      '需方具备供给对接收方的要求：网络安全等级保护三级；商用密码应用安全性评估（密评）。',
    );
  });

  test('names domains', () => {
    const narrower = reason('domain-narrower', { offered: '66', demanded: 'J' });
    expect(sentence(narrower, 'zh-CN')).toBe('供给的领域（货币金融服务）属于所需领域（金融业）。');
  });

  test('names levels and places', () => {
    expect(sentence(reason('level-above-demand', { level: 4, max: 2 }), 'en')).toBe(
      "Security level 4 (highly sensitive) is above the demand's maximum, level 2 (internal).",
    );
    const basis = { basisZh: '《个人信息保护法》第四十二条', basisEn: 'Personal Information Protection Law, Art 42' };
    expect(sentence(reason('flow-prohibited', { from: 'CN-GBA9', to: 'HK', ...basis }), 'zh-CN')).toBe(
      '数据将从粤港澳大湾区内地九市提供至香港特别行政区使用，不得提供（依据：《个人信息保护法》第四十二条）。',
    );
  });

  test('says that a rule is from general knowledge where it is', () => {
    const basis = { basisZh: '本服务的设计规则', basisEn: 'a design rule of this service, not verified' };
    expect(sentence(reason('class-needs-approval', { securityClass: 'general', level: 4, ...basis }), 'en')).toContain(
      'a design rule of this service, not verified',
    );
  });
});

describe('a stored reason that the table does not have any more', () => {
  const neutral = 'This was judged by an earlier rule whose wording is no longer in use.';

  test.each([
    ['an unknown code', { code: 'moon-phase', facts: { phase: 'full' } }],
    ['a code that is a property of every object', { code: 'toString', facts: {} }],
    ['facts that its code does not take', { code: 'domain-same', facts: { section: 'J' } }],
    ['a fact of another kind', { code: 'domain-same', facts: { domain: ['J'] } }],
  ])('reads as a neutral sentence: %s', (_, stored) => {
    const parsed = Reason.parse(stored);
    expect(sentence(parsed, 'en')).toBe(neutral);
    expect(sentence(parsed, 'zh-CN')).toMatch(/\p{Script=Han}/u);
  });

  test('shows no bare id where a name is gone', () => {
    const old = Reason.parse({ code: 'tags-missing', facts: { missing: ['retired-tag', 'mlps-1'] } });
    expect(sentence(old, 'en')).toContain('(a term no longer in use); Multi-Level Protection Scheme 2.0, level 1.');
  });
});

test('a reason is made of the facts that its code takes, or does not compile', () => {
  // @ts-expect-error a fact is missing
  reason('domain-narrower', { offered: '66' });
  // @ts-expect-error a fact too many: nothing may slip into what both sides read
  reason('level-within', { level: 2, clearance: 4 });
  // @ts-expect-error no such code
  reason('moon-phase', {});
  expect(reasonCodes.length).toBe(new Set(reasonCodes).size);
});

test('every place that a listing may name has a name in both languages', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const code of [...codes.filter((each) => Jurisdiction.safeParse(each).success), 'CN-GBA9', 'CN-FTZ', 'EU']) {
    expect(jurisdictionName(code).en).not.toContain('no longer');
    expect(jurisdictionName(code).zh).not.toContain('已停用');
  }
});

test('every level has a name', () => {
  expect([1, 2, 3, 4, 5].map((level) => levelName(level).zh)).toEqual([
    '1级（公开）',
    '2级（内部）',
    '3级（敏感）',
    '4级（高敏感）',
    '5级（重要数据或行业最高级）',
  ]);
});
