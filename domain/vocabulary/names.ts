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

const namesOfRegions = (locale: string): Intl.DisplayNames =>
  new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });

// Made when a name is first asked for: most Lambdas show none, and making them takes milliseconds of every cold start.
let regions: { readonly zh: Intl.DisplayNames; readonly en: Intl.DisplayNames } | undefined;

/** Name of a jurisdiction: the zone's own codes, else the name of the ISO 3166-1 region. */
export function jurisdictionName(code: string): Bilingual {
  const own = places.get(code);
  if (own) return own;
  if (!/^[A-Z]{2}$/.test(code)) return retired;
  regions ??= { zh: namesOfRegions('zh-CN'), en: namesOfRegions('en') };
  return { zh: regions.zh.of(code) ?? retired.zh, en: regions.en.of(code) ?? retired.en };
}

const dataKinds = new Map<string, Bilingual>([
  ['non-personal', { zh: '非个人信息', en: 'data that is not personal' }],
  ['personal', { zh: '个人信息', en: 'personal information' }],
  ['sensitive-personal', { zh: '敏感个人信息', en: 'sensitive personal information' }],
  ['minor-under-14', { zh: '不满十四周岁未成年人的个人信息', en: 'personal information of minors under 14' }],
  ['health', { zh: '健康医疗数据', en: 'health data' }],
  ['biometric', { zh: '生物识别数据', en: 'biometric data' }],
  ['human-genetic', { zh: '人类遗传资源信息', en: 'information on human genetic resources' }],
  ['geospatial', { zh: '地理信息', en: 'geospatial data' }],
  ['automotive', { zh: '汽车数据', en: 'automotive data' }],
  ['financial-credit', { zh: '征信数据', en: 'credit data' }],
  ['public', { zh: '公共数据', en: 'public data' }],
  ['important', { zh: '重要数据', en: 'important data' }],
  ['core', { zh: '核心数据', en: 'core data' }],
]);

/** Name of a kind of data, as the purpose rules tell them apart. */
export const dataKindName = (kind: string): Bilingual => named(dataKinds.get(kind));

const frequencies = new Map<string, Bilingual>([
  ['once', { zh: '一次性', en: 'never (delivered once)' }],
  ['yearly', { zh: '每年', en: 'every year' }],
  ['quarterly', { zh: '每季度', en: 'every quarter' }],
  ['monthly', { zh: '每月', en: 'every month' }],
  ['weekly', { zh: '每周', en: 'every week' }],
  ['daily', { zh: '每日', en: 'every day' }],
  ['hourly', { zh: '每小时', en: 'every hour' }],
  ['realtime', { zh: '实时', en: 'in real time' }],
]);

export const frequencyName = (frequency: string): Bilingual => named(frequencies.get(frequency));

const transferFacts = new Map<string, Bilingual>([
  [
    'receivedUnder',
    { zh: '数据是否依据某项跨境机制取得', en: 'whether the data was received under a cross-border mechanism' },
  ],
  [
    'recipientType',
    { zh: '境外接收方是否为司法或执法机构', en: 'whether the recipient abroad is a judicial or law-enforcement body' },
  ],
  [
    'collectedOutsideMainland',
    { zh: '数据是否在境外收集和产生', en: 'whether the data was collected outside the mainland' },
  ],
  [
    'mainlandDataAdded',
    { zh: '处理中是否引入境内个人信息或重要数据', en: 'whether personal or important data of the mainland was added' },
  ],
  ['necessity', { zh: '是否属于确需提供的情形', en: 'whether one of the cases of necessity applies' }],
  ['industryCoveredByList', { zh: '负面清单是否覆盖所属行业', en: 'whether the negative list covers the industry' }],
  ['itemOnNegativeList', { zh: '数据是否列入负面清单', en: 'whether the data stands on the negative list' }],
  [
    'exportTotals',
    {
      zh: '出口方本年度累计向境外提供的人数',
      en: 'of how many persons the exporter has provided data abroad this year',
    },
  ],
]);

/** A fact about a flow that nobody stated, as a clause. */
export const transferFactName = (fact: string): Bilingual => named(transferFacts.get(fact));

/** Several names as one phrase; names hold commas themselves, so semicolons part them. */
export function listOf(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map((name) => name.zh).join('；'), en: names.map((name) => name.en).join('; ') };
}
