import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The fixed words of an invitation, in the mail and on its page. */
export type InvitationPhrases = {
  readonly subject: (organization: string) => string;
  readonly heading: string;
  readonly preview: string;
  readonly who: (organization: string) => string;
  readonly asks: (zone: string) => string;
  readonly what: string;
  readonly press: string;
  readonly open: string;
  readonly orCopy: string;
  readonly until: (time: string) => string;
  readonly orNot: string;
  readonly unverified: string;
  readonly onlyLinks: string;
  readonly noAdvice: string;
  /** Said in the other language, to whoever does not read this one. */
  readonly otherLanguage: string;
};

const zh: InvitationPhrases = {
  subject: (organization) => `请确认：是否接收“${organization}”的数据匹配邮件`,
  heading: '您是否愿意接收数据匹配邮件？',
  preview: '未经您同意，不会发送匹配邮件。',
  who: (organization) => `自称“${organization}”的机构`,
  asks: (zone) => `该机构在${zone}把您的邮箱登记为联系邮箱。`,
  what: '您若同意，该机构登记的数据需求有了匹配、或已告知的匹配失效时，会有邮件发到您的邮箱，写明是何种数据、为何匹配、还需安排什么。',
  press: '请打开下面的页面选择接收或拒绝。仅打开页面不会改变任何事。',
  open: '打开页面选择',
  orCopy: '也可将以下地址复制到浏览器：',
  until: (time) => `链接有效至 ${time}，只能使用一次，仅对您的邮箱有效。`,
  orNot:
    '不认识该机构，或不想接收？可在页面上拒绝，该机构便不能再邀请您的邮箱；也可以不理会：未经您同意，不会发送匹配邮件。',
  unverified: '机构名称由对方填写，不表示已经核实。',
  onlyLinks: '本邮件中的链接均指向本平台。',
  noAdvice: '本邮件不构成法律意见。',
  otherLanguage: 'In English: open the page and choose “English” there.',
};

const en: InvitationPhrases = {
  subject: (organization) => `Please confirm: mails about data matches for “${organization}”`,
  heading: 'Do you want mails about data matches?',
  preview: 'Unless you agree, no such mail is sent.',
  who: (organization) => `An organization that calls itself “${organization}”`,
  asks: (zone) => `It has named your address as a contact in ${zone}.`,
  what: 'If you agree, you get a mail when a demand of that organization has a match, or one that you were told of has ended: which data, why it fits, and what is still to arrange.',
  press: 'Open the page below and say yes or no there. Opening it changes nothing.',
  open: 'Open the page',
  orCopy: 'Or copy this address into your browser:',
  until: (time) => `The link is good until ${time}, once, and for your address alone.`,
  orNot:
    'You do not know this organization, or want no mails? Say no on the page, and it can never invite your address again; or do nothing: unless you agree, no such mail is sent.',
  unverified: 'The name is as the organization typed it, and says nothing of who it is.',
  onlyLinks: 'Every link in this mail leads to this platform.',
  noAdvice: 'This is no legal advice.',
  otherLanguage: '中文：请打开页面后选择“中文”。',
};

/** The words in the reader's language. */
export const invitationPhrases: Readonly<Record<Locale, InvitationPhrases>> = { 'zh-CN': zh, en };
