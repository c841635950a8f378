import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The words of pages for whoever has signed in. */
type MemberWords = {
  readonly heading: string;
  readonly none: string;
  readonly next: string;
  readonly open: (title: string) => string;
  readonly offer: string;
  readonly demand: string;
  readonly title: string;
  readonly unshown: string;
  readonly description: string;
  readonly fields: string;
  readonly organization: string;
  readonly contacts: string;
  readonly basis: string;
  readonly cleared: string;
  readonly review: string;
  readonly ended: string;
  readonly found: (day: string) => string;
  readonly signedIn: (organization: string) => string;
  readonly signOut: string;
  readonly missing: readonly [heading: string, sentence: string];
};

const zh: MemberWords = {
  heading: '全部匹配',
  none: '目前没有有效的匹配。',
  next: '下一页',
  open: (title) => `查看匹配：${title}`,
  offer: '供给',
  demand: '需求',
  title: '标题',
  unshown: '此后已变更，不再显示。',
  description: '说明',
  fields: '字段',
  organization: '机构',
  contacts: '联系方式',
  basis: '依据：',
  cleared: '本匹配含须人工判断的事项，运营方已审核并放行。',
  review: '经运营方审核 · ',
  ended: '此匹配已失效。',
  found: (day) => `发现于 ${day}`,
  signedIn: (organization) => `已登录：${organization}`,
  signOut: '退出',
  missing: ['没有此匹配', '您的机构没有此匹配，或尚不能查看。'],
};

const en: MemberWords = {
  heading: 'All matches',
  none: 'No match is open at the moment.',
  next: 'Next page',
  open: (title) => `View the match: ${title}`,
  offer: 'Offer',
  demand: 'Demand',
  title: 'Title',
  unshown: 'It has changed since, and is not shown any more.',
  description: 'Description',
  fields: 'Fields',
  organization: 'Organization',
  contacts: 'Contacts',
  basis: 'Basis: ',
  cleared:
    'Something in this match needed a person to decide; the operator of the zone has looked at it and cleared it.',
  review: 'Cleared by the operator · ',
  ended: 'This match is no longer open.',
  found: (day) => `Found on ${day}`,
  signedIn: (organization) => `Signed in for ${organization}`,
  signOut: 'Sign out',
  missing: ['No such match', 'Your organization has no such match, or may not see it yet.'],
};

/** The words in the reader's language. */
export const memberWords: Readonly<Record<Locale, MemberWords>> = { 'zh-CN': zh, en };
