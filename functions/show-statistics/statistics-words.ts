import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The words of the operator's page, and of those that both pages have. */
type StatisticsWords = {
  readonly heading: string;
  readonly asOf: (day: string, count: string) => string;
  readonly nothing: string;
  readonly notOperator: readonly [heading: string, sentence: string, again: string];
  readonly signedIn: (organization: string) => string;
  readonly signOut: string;
  readonly period: string;
  readonly days: (count: string) => string;
  readonly table: string;
  readonly day: string;
  readonly month: string;
  readonly tiles: {
    readonly organizations: string;
    readonly verified: (count: string) => string;
    readonly offers: string;
    readonly suppliers: (count: string) => string;
    readonly demands: string;
    readonly buyers: (count: string) => string;
    readonly matches: string;
    readonly undecided: (count: string) => string;
    readonly served: string;
    readonly servedOf: (served: string, all: string) => string;
    readonly volume: string;
    readonly volumeOf: (count: string) => string;
    readonly value: string;
    readonly valueOf: (count: string) => string;
    readonly wait: string;
    readonly waitOf: (p95: string) => string;
    readonly none: string;
  };
  readonly charts: {
    readonly listings: string;
    readonly offers: string;
    readonly demands: string;
    readonly served: string;
    readonly withMatch: string;
    readonly withoutMatch: string;
    readonly wait: string;
    readonly half: string;
    readonly most: string;
    readonly firsts: string;
    readonly registrations: string;
    readonly firstListings: string;
    readonly firstMatches: string;
    readonly sections: string;
    readonly divisions: string;
    readonly domain: string;
    readonly levels: string;
    readonly level: string;
    readonly kinds: string;
    readonly kind: string;
    readonly organizations: string;
  };
  readonly radar: {
    readonly heading: string;
    readonly about: (count: string) => string;
    readonly aboutFew: string;
    readonly none: string;
    readonly demands: string;
    readonly domain: string;
    readonly purpose: string;
    readonly field: string;
    readonly budget: string;
    readonly noBudget: string;
    readonly pair: string;
  };
  readonly kinds: Readonly<Record<string, string>>;
};

const zh: StatisticsWords = {
  heading: '统计',
  asOf: (day, time) => `截至 ${day} 日终，统计于 ${time}`,
  nothing: '尚无统计数据。首次统计在下一个夜间进行。',
  notOperator: ['仅供运营方', '您以机构成员身份登录。此页面仅向运营方显示。', '以运营方身份登录'],
  signedIn: (organization) => `已登录：${organization}（运营方）`,
  signOut: '退出',
  period: '时间范围',
  days: (count) => `${count} 天`,
  table: '数据表',
  day: '日期',
  month: '月份',
  tiles: {
    organizations: '机构',
    verified: (count) => `其中已核验 ${count} 家`,
    offers: '在架供给',
    suppliers: (count) => `来自 ${count} 家机构`,
    demands: '在架需求',
    buyers: (count) => `来自 ${count} 家机构`,
    matches: '有效匹配',
    undecided: (count) => `另有 ${count} 个待人工判断`,
    served: '已匹配的需求',
    servedOf: (served, all) => `${all} 条中的 ${served} 条`,
    volume: '可供数据量',
    volumeOf: (count) => `${count} 条供给注明数据量`,
    value: '匹配金额',
    valueOf: (count) => `按 ${count} 条需求的最佳供给计`,
    wait: '从发布到匹配',
    waitOf: (p95) => `一半在此时间内；95% 在 ${p95} 内`,
    none: '—',
  },
  charts: {
    listings: '在架供给与需求',
    offers: '供给',
    demands: '需求',
    served: '有匹配与无匹配的需求',
    withMatch: '有匹配',
    withoutMatch: '无匹配',
    wait: '从发布到匹配的时间',
    half: '一半在此时间内',
    most: '95% 在此时间内',
    firsts: '各月首次',
    registrations: '首次登记',
    firstListings: '首次发布',
    firstMatches: '首次匹配',
    sections: '按行业门类',
    divisions: '按行业大类',
    domain: '行业',
    levels: '按安全级别',
    level: '级别',
    kinds: '按机构类型',
    kind: '类型',
    organizations: '机构',
  },
  radar: {
    heading: '未满足的需求',
    about: (count) =>
      `目前有 ${count} 条需求没有任何供给可以满足。少于五条或不足三家机构的分类不予显示，关联机构计为一家。`,
    aboutFew: '目前没有供给可以满足的需求少于五条，或不足三家机构，因此不予显示。',
    none: '没有可以显示的分类。',
    demands: '需求',
    domain: '行业',
    purpose: '用途',
    field: '字段',
    budget: '预算',
    noBudget: '未注明',
    pair: '行业与用途',
  },
  kinds: {
    soe: '国有企业',
    private: '民营企业',
    sme: '中小企业',
    'public-body': '公共机构',
    research: '科研机构',
    foreign: '外资企业',
    'service-provider': '数据服务商',
  },
};

const en: StatisticsWords = {
  heading: 'Statistics',
  asOf: (day, time) => `As at the end of ${day}, counted ${time}`,
  nothing: 'Nothing has been counted yet. The first figures come in the next night.',
  notOperator: [
    'For the operator alone',
    'You are signed in for an organization. This page is shown to the zone’s operator alone.',
    'Sign in as the operator',
  ],
  signedIn: (organization) => `Signed in as the operator, ${organization}`,
  signOut: 'Sign out',
  period: 'Period',
  days: (count) => `${count} days`,
  table: 'As a table',
  day: 'Day',
  month: 'Month',
  tiles: {
    organizations: 'Organizations',
    verified: (count) => `${count} of them verified`,
    offers: 'Offers listed',
    suppliers: (count) => `of ${count} organizations`,
    demands: 'Demands listed',
    buyers: (count) => `of ${count} organizations`,
    matches: 'Open matches',
    undecided: (count) => `and ${count} for a person to decide`,
    served: 'Demands with a match',
    servedOf: (served, all) => `${served} of ${all}`,
    volume: 'Data on offer',
    volumeOf: (count) => `${count} offers state it`,
    value: 'Matched value',
    valueOf: (count) => `best offers of ${count} demands`,
    wait: 'From posting to match',
    waitOf: (p95) => `half of them; 95% within ${p95}`,
    none: '—',
  },
  charts: {
    listings: 'Offers and demands listed',
    offers: 'Offers',
    demands: 'Demands',
    served: 'Demands with a match and without',
    withMatch: 'With a match',
    withoutMatch: 'Without',
    wait: 'Time from posting to match',
    half: 'Half within',
    most: '95% within',
    firsts: 'Firsts, month by month',
    registrations: 'First registrations',
    firstListings: 'First listings',
    firstMatches: 'First matches',
    sections: 'By section of industry',
    divisions: 'By division of industry',
    domain: 'Industry',
    levels: 'By security level',
    level: 'Level',
    kinds: 'By kind of organization',
    kind: 'Kind',
    organizations: 'Organizations',
  },
  radar: {
    heading: 'Unmet demand',
    about: (count) =>
      `No offer serves ${count} demands. What fewer than five of them ask for, or fewer than three parties, is not shown; affiliates are one party.`,
    aboutFew:
      'Fewer than five demands, or demands of fewer than three parties, are without an offer: they are not shown.',
    none: 'There is nothing that may be shown.',
    demands: 'Demands',
    domain: 'Industry',
    purpose: 'Purpose',
    field: 'Column',
    budget: 'Budget',
    noBudget: 'Not stated',
    pair: 'Industry and purpose',
  },
  kinds: {
    soe: 'State-owned',
    private: 'Private',
    sme: 'Small or medium-sized',
    'public-body': 'Public body',
    research: 'Research',
    foreign: 'Foreign',
    'service-provider': 'Service provider',
  },
};

/** The words in the reader's language. */
export const statisticsWords: Readonly<Record<Locale, StatisticsWords>> = { 'zh-CN': zh, en };
