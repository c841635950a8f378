import { expect, it } from 'vitest';
import type { OfferShown } from '../../functions/_mail/match-mail-input.ts';
import { obligationsOf } from '../../functions/_mail/obligations.ts';
import { foundMatch } from './found-match.ts';

type Case = { readonly when: string; readonly offer: Partial<OfferShown>; readonly left: readonly string[] };

const cases: readonly Case[] = [
  {
    when: 'level 1',
    offer: { securityLevel: 1, recipientTags: [] },
    left: ['delivery-mode-agreed'],
  },
  {
    when: 'level 2',
    offer: { securityLevel: 2, recipientTags: [] },
    left: ['delivery-mode-agreed'],
  },
  { when: 'level 3', offer: { recipientTags: [] }, left: ['delivery-mode-agreed'] },
  {
    when: 'recipients must hold tags',
    offer: { securityLevel: 2, recipientTags: ['mlps-3'] },
    left: ['delivery-mode-agreed', 'recipient-tags-shown'],
  },
  {
    when: 'level 4',
    offer: { securityLevel: 4, recipientTags: [] },
    left: ['delivery-mode-agreed', 'contract-high-level'],
  },
  {
    when: 'important data',
    offer: { securityLevel: 5, securityClass: 'important', recipientTags: [] },
    left: ['delivery-mode-agreed', 'contract-important-data'],
  },
  {
    when: 'important data of a low level',
    offer: { securityLevel: 2, securityClass: 'important', recipientTags: [] },
    left: ['delivery-mode-agreed', 'contract-important-data'],
  },
];

it.each(cases)('what is left to arrange: $when', ({ offer, left }) => {
  const { offer: shown } = foundMatch(1, offer);
  expect(obligationsOf(shown, 'zh-CN').map(({ rule }) => rule)).toEqual(left);
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const { sentence, source } of obligationsOf(shown, locale)) {
      expect(sentence).toMatch(locale === 'en' ? /^[\x20-\x7e]+\.$/ : /。$/);
      expect(source).not.toBe('');
    }
  }
});

it('the need of a contract that is a rule of the service says so, and that it comes from general knowledge', () => {
  const { offer } = foundMatch(1, { securityLevel: 4 });
  const { source } = obligationsOf(offer, 'en').find(({ rule }) => rule === 'contract-high-level') ?? { source: '' };
  expect(source).toContain('from general knowledge');
});
