import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The words of the page that anybody may read. */
type PublicWords = {
  readonly heading: string;
  readonly about: (month: string) => string;
  readonly method: string;
  readonly few: string;
  readonly atLeast: (count: string) => string;
  readonly unmet: string;
  readonly missing: readonly [heading: string, sentence: string];
};

const zh: PublicWords = {
  heading: '供需概况',
  about: (month) => `${month}，每月公布一次`,
  method:
    '数字均向下取整，每月公布一次，变化不足五条时不更新。少于五条、不足三家机构（关联机构计为一家），或其中一家超过半数的类别不予公布。',
  few: '本月没有可以公布的数字。',
  atLeast: (count) => `${count}+`,
  unmet: '未满足的需求',
  missing: ['没有此页面', '本试点区不公布供需概况。'],
};

const en: PublicWords = {
  heading: 'Supply and demand at a glance',
  about: (month) => `${month}; published once a month`,
  method:
    'Numbers are rounded down, published once a month, and stay as they are until five have come or gone. Nothing is said of fewer than five, of fewer than three parties (affiliates are one), or where one of them has more than half.',
  few: 'There is nothing that may be told this month.',
  atLeast: (count) => `${count}+`,
  unmet: 'Demands without an offer',
  missing: ['No such page', 'This zone publishes no figures.'],
};

/** The words in the reader's language. */
export const publicWords: Readonly<Record<Locale, PublicWords>> = { 'zh-CN': zh, en };
