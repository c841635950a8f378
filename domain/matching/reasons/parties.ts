import { entry } from './entry.ts';
import { ids, tags } from './parts.ts';

/** Who stands on either side, whether both listings are open, and what every match needs. */
export const partyReasons = {
  'both-in-force': entry({}, () => ({
    zh: '数据供给与数据需求均有效。',
    en: 'Both the offer and the demand are open and in date.',
  })),
  'offer-not-open': entry({}, () => ({ zh: '该数据供给目前未开放。', en: 'The offer is not open at present.' })),
  'demand-not-open': entry({}, () => ({ zh: '该数据需求目前未开放。', en: 'The demand is not open at present.' })),
  'offer-over': entry({}, () => ({ zh: '该数据供给已过有效期。', en: 'The offer is past its term.' })),
  'demand-over': entry({}, () => ({ zh: '该数据需求已过有效期。', en: 'The demand is past its term.' })),

  'parties-differ': entry({}, () => ({
    zh: '供方与需方不是同一主体，也无关联关系登记。',
    en: 'Supplier and buyer are two parties that are not affiliated.',
  })),
  'same-party': entry({}, () => ({
    zh: '供方与需方是同一主体。',
    en: 'Supplier and buyer are the same organization.',
  })),
  'affiliated-parties': entry({}, () => ({
    zh: '供方与需方是关联主体，视为同一方。',
    en: 'Supplier and buyer are affiliates and count as one party.',
  })),

  'diligence-done': entry({}, () => ({
    zh: '数据来源已说明，双方身份已核验（《数据安全法》第三十三条）。',
    en: 'The source of the data is stated and the identity of both parties verified (Data Security Law, Art 33).',
  })),
  'diligence-missing': entry({ missing: ids }, (facts) => ({
    zh: `每次匹配都须具备而尚缺的有：${tags(facts.missing).zh}（《数据安全法》第三十三条）。`,
    en: `What every match needs is not there yet: ${tags(facts.missing).en} (Data Security Law, Art 33).`,
  })),
};
