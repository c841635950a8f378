import type { Standing } from '../../domain/contact/invitation.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** What a page says that is no question. */
export type Message = Exclude<Standing, 'open'> | 'now-confirmed' | 'now-refused' | 'invalid';

/** The words of the page that are not those of the mail. */
export type PagePhrases = {
  readonly address: (masked: string) => string;
  readonly yes: string;
  readonly no: string;
  /** Which mails come, once they do. */
  readonly preferences: string;
  readonly messages: Readonly<Record<Message, readonly [heading: string, sentence: string]>>;
};

const zhGone = ['此链接无效', '链接不完整，或已被新的邀请取代。您无需做任何事。'] as const;
const enGone = [
  'This link is not valid',
  'It is incomplete, or a newer invitation has taken its place. There is nothing you need to do.',
] as const;

const zh: PagePhrases = {
  address: (masked) => `您的邮箱：${masked}`,
  yes: '同意接收',
  no: '不接收，也不再邀请我',
  preferences: '选择接收哪些邮件，例如每周供方报告',
  messages: {
    'now-confirmed': ['已确认', '今后该机构的数据需求有了匹配，会有邮件发到您的邮箱。可以关闭本页。'],
    'now-refused': ['已拒绝', '不会有匹配邮件发到您的邮箱，该机构也不能再邀请您。可以关闭本页。'],
    confirmed: ['此链接已使用', '您此前已同意接收该机构的匹配邮件。'],
    refused: ['此链接已使用', '您此前已拒绝。该机构不能再邀请您的邮箱。'],
    expired: ['此链接已过期', '如仍愿意接收，请该机构在平台上重新保存其联系人，您会收到新的邀请。'],
    withdrawn: ['此链接无效', '该机构已不再登记您的邮箱。如不希望它再次邀请您，可在此拒绝。'],
    void: zhGone,
    invalid: zhGone,
  },
};

const en: PagePhrases = {
  address: (masked) => `Your address: ${masked}`,
  yes: 'Yes, send me these mails',
  no: 'No, and do not invite me again',
  preferences: 'Choose which mails you get, such as a weekly report for suppliers',
  messages: {
    'now-confirmed': [
      'Confirmed',
      'From now on you get a mail when a demand of this organization has a match. You can close this page.',
    ],
    'now-refused': [
      'Refused',
      'No mails about matches are sent to your address, and this organization cannot invite it again. You can close this page.',
    ],
    confirmed: ['This link has been used', 'You have agreed to get this organization’s mails before.'],
    refused: [
      'This link has been used',
      'You have refused before. This organization cannot invite your address again.',
    ],
    expired: [
      'This link has expired',
      'If you still want the mails, ask the organization to save its contacts on the platform once more, and you get a new invitation.',
    ],
    withdrawn: [
      'This link is not valid',
      'The organization no longer names your address. If you do not want it to invite you again, you can refuse here.',
    ],
    void: enGone,
    invalid: enGone,
  },
};

/** The words in the reader's language. */
export const pagePhrases: Readonly<Record<Locale, PagePhrases>> = { 'zh-CN': zh, en };
