import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** What is said where nobody has signed in. */
export type Message = 'refused' | 'no-member' | 'signed-out';

type SignInWords = {
  readonly messages: Readonly<Record<Message, readonly [heading: string, sentence: string]>>;
  readonly again: string;
};

const zh: SignInWords = {
  messages: {
    refused: ['未能登录', '身份提供方未确认登录，或登录已超时、在另一个浏览器中开始。'],
    'no-member': ['未能登录', '您的账号不属于任何已登记的机构，请联系贵机构的身份提供方。'],
    'signed-out': ['已退出', '您已退出本平台的页面。在身份提供方处可能仍处于登录状态。'],
  },
  again: '重新登录',
};

const en: SignInWords = {
  messages: {
    refused: [
      'Not signed in',
      'The identity provider has not confirmed it, it took too long, or it was begun in another browser.',
    ],
    'no-member': ['Not signed in', 'Your account belongs to no organization of this zone; ask your identity provider.'],
    'signed-out': [
      'Signed out',
      'You have left the pages of this platform. At your identity provider you may be signed in still.',
    ],
  },
  again: 'Sign in again',
};

/** The words in the reader's language. */
export const signInWords: Readonly<Record<Locale, SignInWords>> = { 'zh-CN': zh, en };
