import { describe, expect, it } from 'vitest';
import type { FoundMatch, OfferShown } from '../../functions/_mail/match-mail-input.ts';
import { obligationRules } from '../../functions/_mail/obligation-rules.ts';
import { obligationsOf } from '../../functions/_mail/obligations.ts';
import { foundMatch } from './found-match.ts';

type Case = {
  readonly when: string;
  readonly offer: Partial<OfferShown>;
  readonly usedIn?: string;
  readonly left: readonly string[];
};

const plain: Partial<OfferShown> = { securityLevel: 2, recipientTags: [] };
const important: Partial<OfferShown> = { securityLevel: 5, securityClass: 'important', recipientTags: [] };

const cases: readonly Case[] = [
  { when: 'level 2', offer: plain, left: [] },
  { when: 'recipients must hold tags', offer: { ...plain, recipientTags: ['mlps-3'] }, left: ['recipient-tags-shown'] },
  { when: 'level 4', offer: { ...plain, securityLevel: 4 }, left: ['contract-high-level'] },
  { when: 'important data', offer: important, left: ['risk-assessment-important-data', 'contract-important-data'] },
  {
    when: 'important data whose risks are assessed',
    offer: { ...important, carriedTags: ['risk-assessment-important'] },
    left: ['contract-important-data'],
  },
  {
    when: 'personal information',
    offer: { ...plain, carriedTags: ['pi'] },
    left: ['impact-assessment', 'individuals-informed', 'contract-personal-information'],
  },
  {
    when: 'personal information of level 4, assessed and consented to',
    offer: { ...plain, securityLevel: 4, carriedTags: ['pi', 'pipia', 'consent-provision'] },
    left: ['contract-personal-information'],
  },
  {
    when: 'personal information, important',
    offer: { ...important, carriedTags: ['pi', 'pipia'] },
    left: ['individuals-informed', 'risk-assessment-important-data', 'contract-important-data'],
  },
  {
    when: 'anonymised data that must stay so',
    offer: { ...plain, carriedTags: ['anonymized', 'non-pi', 'no-reidentification'] },
    left: ['no-reidentification'],
  },
  {
    when: 'personal information of another law',
    offer: { ...plain, jurisdiction: 'HK', carriedTags: ['pi'] },
    usedIn: 'CN',
    left: [],
  },
  {
    when: 'personal information that leaves by standard contract',
    offer: { ...plain, carriedTags: ['pi', 'pipia', 'cb-standard-contract'] },
    usedIn: 'SG',
    left: ['contract-personal-information', 'individuals-informed-of-export', 'export-standard-contract'],
  },
  {
    when: 'personal information that leaves certified and consented to',
    offer: { ...plain, carriedTags: ['pi', 'pipia', 'cb-certification', 'consent-export'] },
    usedIn: 'HK',
    left: ['contract-personal-information', 'export-certification'],
  },
  {
    when: 'important data that leaves',
    offer: { ...important, carriedTags: ['risk-assessment-important', 'cb-security-assessment'] },
    usedIn: 'SG',
    left: ['contract-important-data', 'export-security-assessment'],
  },
  {
    when: 'personal information from the nine cities to Hong Kong',
    offer: { ...plain, jurisdiction: 'CN-GBA9', carriedTags: ['pi', 'pipia', 'consent-export', 'gba-sc-hk'] },
    usedIn: 'HK',
    left: ['contract-personal-information', 'export-gba-contract'],
  },
  {
    when: 'the contract for Hong Kong, and a recipient in Macao',
    offer: { ...plain, jurisdiction: 'CN-GBA9', carriedTags: ['gba-sc-hk'] },
    usedIn: 'MO',
    left: [],
  },
  {
    when: 'the contract for Macao',
    offer: { ...plain, jurisdiction: 'CN-GBA9', carriedTags: ['gba-sc-mo'] },
    usedIn: 'MO',
    left: ['export-gba-contract'],
  },
  {
    when: 'data outside the negative list',
    offer: { ...plain, jurisdiction: 'CN-FTZ', carriedTags: ['cb-ftz-offlist'] },
    usedIn: 'SG',
    left: ['export-free-trade-zone'],
  },
  {
    when: 'human genetic resources that leave',
    offer: { ...plain, carriedTags: ['hgr-info'] },
    usedIn: 'SG',
    left: ['export-genetic-report'],
  },
  { when: 'ways to leave, and data that stays', offer: { ...plain, carriedTags: ['cb-standard-contract'] }, left: [] },
];

const matchOf = ({ offer, usedIn = 'CN' }: Pick<Case, 'offer' | 'usedIn'>): FoundMatch => ({
  ...foundMatch(1, offer),
  usedIn,
});

it.each(cases)('what is left to arrange: $when', ({ left, ...about }) => {
  const rules = obligationsOf(matchOf(about), 'zh-CN').map(({ rule }) => rule);
  expect(rules).toEqual(['delivery-mode-agreed', ...left]);
});

describe('each obligation', () => {
  it('is tried by a case', () => {
    const tried = new Set(cases.flatMap(({ left }) => left));
    expect(obligationRules.map(({ rule }) => rule).filter((rule) => !tried.has(rule))).toEqual([
      'delivery-mode-agreed',
    ]);
  });

  it.each(['zh-CN', 'en'] as const)('is a sentence and where it stands, in %s', (locale) => {
    for (const { sentence, source } of cases.flatMap((one) => obligationsOf(matchOf(one), locale))) {
      expect(sentence).toMatch(locale === 'en' ? /^[\x20-\x7e]+\.$/ : /^\P{Script=Latin}+。$|^[^a-z]+。$/u);
      expect(source).toMatch(locale === 'en' ? /^[\x20-\x7e]+$/ : /\p{Script=Han}/u);
    }
  });

  it('says where its source was not read', () => {
    for (const about of cases.filter(({ left }) => left.includes('contract-high-level'))) {
      const { source } = obligationsOf(matchOf(about), 'en').at(-1) ?? { source: '' };
      expect(source).toContain('from general knowledge');
    }
  });
});
