import { frequencyName } from '../../vocabulary/names.ts';
import { entry } from './entry.ts';
import { count, ids, modes, text } from './parts.ts';

/** How the data is delivered, what is in it, how fresh it is and what it costs. */
export const deliveryReasons = {
  'delivery-modes-common': entry({ common: ids }, (facts) => ({
    zh: `双方都接受的交付方式：${modes(facts.common).zh}。`,
    en: `Delivery that suits both sides: ${modes(facts.common).en}.`,
  })),
  'delivery-modes-differ': entry({ offered: ids, accepted: ids }, (facts) => ({
    zh: `没有共同的交付方式：供给提供${modes(facts.offered).zh}，需求接受${modes(facts.accepted).zh}。`,
    en: `No delivery mode in common: the offer gives ${modes(facts.offered).en}, the demand accepts ${modes(facts.accepted).en}.`,
  })),

  'no-fields-asked': entry({}, () => ({ zh: '需求未列出所需字段。', en: 'The demand names no fields.' })),
  'fields-not-stated': entry({}, () => ({ zh: '供给未列出其字段。', en: 'The offer does not state its fields.' })),
  'fields-covered': entry({ asked: count }, (facts) => ({
    zh: `供给具备需求列出的全部${facts.asked}个字段。`,
    en: `The offer has all ${facts.asked} of the fields that the demand names.`,
  })),
  'fields-partly': entry({ found: count, asked: count, missing: ids }, (facts) => ({
    zh: `供给具备需求列出的${facts.asked}个字段中的${facts.found}个；缺少：${facts.missing.join('、')}。`,
    en: `The offer has ${facts.found} of ${facts.asked} fields that the demand names; missing: ${facts.missing.join(', ')}.`,
  })),
  'fields-required-missing': entry({ missing: ids }, (facts) => ({
    zh: `供给缺少需求必需的字段：${facts.missing.join('、')}。`,
    en: `The offer lacks fields that the demand requires: ${facts.missing.join(', ')}.`,
  })),

  'coverage-not-asked': entry({}, () => ({
    zh: '需求未限定地区和时段。',
    en: 'The demand names no regions and no days.',
  })),
  'coverage-not-stated': entry({}, () => ({
    zh: '供给未说明所涉地区和时段。',
    en: 'The offer does not state its regions and days.',
  })),
  'coverage-days': entry({}, () => ({ zh: '数据的时段符合需求。', en: 'The days of the data suit the demand.' })),
  'coverage-overlaps': entry({ covered: count, asked: count }, (facts) => ({
    zh: `数据涉及需求所列${facts.asked}个地区中的${facts.covered}个。`,
    en: `The data is about ${facts.covered} of ${facts.asked} regions that the demand names.`,
  })),
  'coverage-other-days': entry({}, () => ({
    zh: '数据的时段与需求没有重叠。',
    en: 'The data is about other days than the demand.',
  })),
  'coverage-other-regions': entry({}, () => ({
    zh: '数据的地区与需求没有重叠。',
    en: 'The data is about other regions than the demand.',
  })),

  'frequency-not-asked': entry({}, () => ({
    zh: '需求未要求更新频率。',
    en: 'The demand asks for no rate of renewal.',
  })),
  'frequency-not-stated': entry({ asked: text }, (facts) => ({
    zh: `需求要求${frequencyName(facts.asked).zh}更新，供给未说明更新频率。`,
    en: `The demand asks for data renewed ${frequencyName(facts.asked).en}; the offer does not say how often it is.`,
  })),
  'frequency-met': entry({ offered: text }, (facts) => ({
    zh: `数据的更新频率（${frequencyName(facts.offered).zh}）满足需求。`,
    en: `The data is renewed often enough (${frequencyName(facts.offered).en}).`,
  })),
  'frequency-lower': entry({ offered: text, asked: text }, (facts) => ({
    zh: `数据的更新频率为${frequencyName(facts.offered).zh}，低于需求的${frequencyName(facts.asked).zh}。`,
    en: `The data is renewed ${frequencyName(facts.offered).en}, less often than asked (${frequencyName(facts.asked).en}).`,
  })),

  'no-budget': entry({}, () => ({ zh: '需求未给出预算。', en: 'The demand names no budget.' })),
  'price-free': entry({}, () => ({ zh: '数据免费提供。', en: 'The data is free.' })),
  'price-open': entry({}, () => ({
    zh: '价格尚未确定，须由双方商定。',
    en: 'The price is open: the two sides must agree on it.',
  })),
  'price-other-currency': entry({}, () => ({
    zh: '价格与预算的货币不同，无法直接比较。',
    en: 'Price and budget are in different currencies and were not compared.',
  })),
  'price-within': entry({}, () => ({ zh: '价格在预算之内。', en: 'The price is within the budget.' })),
  'price-above': entry({}, () => ({ zh: '价格高于预算。', en: 'The price is above the budget.' })),
};
