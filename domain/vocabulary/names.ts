import { actionAreas } from './action-areas.ts';
import type { Bilingual } from './bilingual.ts';
import { tagRow } from './compliance-tags.ts';
import { DeliveryMode, deliveryModeNames } from './delivery-modes.ts';
import { industry } from './industries.ts';
import { securityLevels } from './security-levels.ts';

// A stored reason may name what the vocabulary has since dropped: say so rather than show a bare id.
const retired: Bilingual = { zh: '（已停用的名称）', en: '(a term no longer in use)' };

const named = (row: Bilingual | undefined): Bilingual => (row ? { zh: row.zh, en: row.en } : retired);

/** Name of a section or division of GB/T 4754-2017. */
export const domainName = (code: string): Bilingual => named(industry(code));

/** Name of a compliance tag; purposes are tags too. */
export const tagName = (id: string): Bilingual => named(tagRow(id));

export const securityClassName = (id: string): Bilingual => tagName(`class-${id}`);

export const actionAreaName = (id: string): Bilingual => named(actionAreas.find((area) => area.id === id));

export function levelName(level: number): Bilingual {
  const row = securityLevels.find((candidate) => candidate.level === level);
  return row ? { zh: `${level}级（${row.zh}）`, en: `level ${level} (${row.en})` } : retired;
}

export function deliveryModeName(mode: string): Bilingual {
  const known = DeliveryMode.safeParse(mode);
  return known.success ? deliveryModeNames[known.data] : retired;
}

const places = new Map<string, Bilingual>([
  ['CN', { zh: '中国内地', en: 'mainland China' }],
  ['CN-GBA9', { zh: '粤港澳大湾区内地九市', en: 'the nine mainland cities of the Greater Bay Area' }],
  ['CN-FTZ', { zh: '内地自由贸易试验区', en: 'a mainland free-trade zone' }],
  ['HK', { zh: '香港特别行政区', en: 'the Hong Kong SAR' }],
  ['TW', { zh: '台湾地区', en: 'Taiwan, China' }],
  ['MO', { zh: '澳门特别行政区', en: 'the Macao SAR' }],
]);
const regions = {
  zh: new Intl.DisplayNames(['zh-CN'], { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
};

/** Name of a jurisdiction: the zone's own codes, else the name of the ISO 3166-1 region. */
export function jurisdictionName(code: string): Bilingual {
  const own = places.get(code);
  if (own) return own;
  if (!/^[A-Z]{2}$/.test(code)) return retired;
  return { zh: regions.zh.of(code) ?? retired.zh, en: regions.en.of(code) ?? retired.en };
}

/** Several names as one phrase; names hold commas themselves, so semicolons part them. */
export function listOf(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map((name) => name.zh).join('；'), en: names.map((name) => name.en).join('; ') };
}
