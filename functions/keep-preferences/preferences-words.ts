import type { MatchMails, SupplierReport } from '../../domain/contact/preferences.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';

type Choice = readonly [name: string, hint: string];

/** The words of the page of preferences. */
type PreferencesWords = {
  readonly heading: string;
  readonly about: (organization: string) => string;
  readonly address: (masked: string) => string;
  readonly matches: string;
  readonly ofMatches: Readonly<Record<MatchMails, Choice>>;
  readonly supplierReport: string;
  readonly ofSupplierReport: Readonly<Record<SupplierReport, Choice>>;
  readonly locale: string;
  readonly save: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly withdrawing: string;
  readonly withdrawingMeans: string;
  readonly withdraw: string;
  readonly gone: readonly [heading: string, sentence: string];
  readonly withdrawn: readonly [heading: string, sentence: string];
};

const zh: PreferencesWords = {
  heading: '邮件设置',
  about: (organization) => `“${organization}”的数据匹配邮件`,
  address: (masked) => `您的邮箱：${masked}`,
  matches: '匹配邮件',
  ofMatches: {
    'as-posted': ['按各项需求的设定', '由该机构在登记需求时选择：随时或每天。'],
    daily: ['每天一次', '无论需求如何设定，每项需求每天至多一封。'],
    off: ['不接收', '不再告知匹配及其失效。'],
  },
  supplierReport: '每周供方报告',
  ofSupplierReport: {
    weekly: ['每周一封', '本机构所在领域有哪些需求，以及如何使供给满足更多需求。'],
    off: ['不接收', '不发送该报告。'],
  },
  locale: '邮件语言',
  save: '保存',
  saved: '已保存。',
  unsaved: '选择不完整，未作任何更改。',
  withdrawing: '不再与该机构有任何邮件往来',
  withdrawingMeans: '该机构将不能再向您的邮箱发送任何邮件，也不能再邀请您。您自己无法撤销此操作。',
  withdraw: '撤回同意，不再邀请我',
  gone: [
    '没有邮件发到您的邮箱',
    '该机构未登记您的邮箱，或您的邮箱未经确认，因此不会有邮件。如不希望它邀请您，可在此拒绝。',
  ],
  withdrawn: ['已撤回', '该机构不会再向您的邮箱发送邮件，也不能再邀请您。可以关闭本页。'],
};

const en: PreferencesWords = {
  heading: 'Mail preferences',
  about: (organization) => `Mails about data matches for “${organization}”`,
  address: (masked) => `Your address: ${masked}`,
  matches: 'Mails about matches',
  ofMatches: {
    'as-posted': ['As each demand says', 'The organization chose when it posted the demand: at once or once a day.'],
    daily: ['Once a day', 'One mail a day and demand at the most, whatever the demand says.'],
    off: ['None', 'You are told of no match, nor of its end.'],
  },
  supplierReport: 'Weekly supplier report',
  ofSupplierReport: {
    weekly: [
      'Once a week',
      'What buyers look for in your organization’s domains, and what would open more demands to its offers.',
    ],
    off: ['None', 'The report is not sent.'],
  },
  locale: 'Language of the mails',
  save: 'Save',
  saved: 'Saved.',
  unsaved: 'The choices are not complete; nothing was changed.',
  withdrawing: 'No mails from this organization at all',
  withdrawingMeans:
    'The organization can then send your address no mail of any kind, and cannot invite it again. You cannot undo this yourself.',
  withdraw: 'Withdraw, and do not invite me again',
  gone: [
    'Your address gets no mails',
    'The organization does not name your address, or it is not confirmed, so that no mails are sent. If you do not want to be invited, you can refuse here.',
  ],
  withdrawn: [
    'Withdrawn',
    'This organization sends no more mails to your address, and cannot invite it again. You can close this page.',
  ],
};

/** The words in the reader's language. */
export const preferencesWords: Readonly<Record<Locale, PreferencesWords>> = { 'zh-CN': zh, en };

/** How each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };
