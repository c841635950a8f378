import type { Member } from './zone-place.ts';

/** The nine cities of the Pearl River Delta: the mainland side of the Greater Bay Area. */
export const nineCities: readonly Member[] = [
  { code: '440100', zh: '广州市', en: 'Guangzhou' },
  { code: '440300', zh: '深圳市', en: 'Shenzhen' },
  { code: '440400', zh: '珠海市', en: 'Zhuhai' },
  { code: '440600', zh: '佛山市', en: 'Foshan' },
  { code: '440700', zh: '江门市', en: 'Jiangmen' },
  { code: '441200', zh: '肇庆市', en: 'Zhaoqing' },
  { code: '441300', zh: '惠州市', en: 'Huizhou' },
  { code: '441900', zh: '东莞市', en: 'Dongguan' },
  { code: '442000', zh: '中山市', en: 'Zhongshan' },
];
