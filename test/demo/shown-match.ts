import { ShownMatch } from '../../infra/demo/answers.ts';

const base = ShownMatch.parse({
  id: 'match-00000000000000000000000000000001',
  outcome: 'matched',
  status: 'open',
  score: 91,
  offer: { id: 'offer-00000000000000000000000000000001' },
  demand: { id: 'demand-00000000000000000000000000000001' },
  criteria: [
    {
      criterion: 'domain',
      outcome: 'pass',
      score: 100,
      weight: 30,
      reason: { code: 'domain-same', facts: { domain: '54' } },
      sentence: { 'zh-CN': '领域相同：道路运输业。', en: 'Same domain: road transport.' },
    },
    {
      criterion: 'security-level',
      outcome: 'pass',
      score: 80,
      weight: 20,
      reason: { code: 'level-within', facts: { level: 2 } },
      sentence: { 'zh-CN': '安全级别合适。', en: 'The security level fits.' },
    },
    {
      criterion: 'jurisdiction',
      outcome: 'pass',
      score: null,
      weight: 0,
      reason: { code: 'jurisdiction-same', facts: { place: 'CN' } },
      sentence: { 'zh-CN': '存放地与使用地相同。', en: 'Kept and used in the same place.' },
    },
    {
      criterion: 'purpose',
      outcome: 'pass',
      score: 90,
      weight: 20,
      reason: { code: 'purpose-permitted', facts: { purpose: 'purpose-public-service' } },
      sentence: { 'zh-CN': '用途获得允许。', en: 'The purpose is permitted.' },
    },
  ],
});

/** A match of the base offer and the base demand as the API shows it; with the fields given in place of its own. */
export const shownMatch = (fields: Partial<ShownMatch> = {}): ShownMatch => ({ ...base, ...fields });
