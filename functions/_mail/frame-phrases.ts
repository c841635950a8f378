import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The words that stand at the end of every mail. */
type FramePhrases = {
  readonly replies: string;
  readonly noAdvice: string;
  readonly preferences: string;
  readonly unsubscribe: string;
  /** Said in the other language, to whoever does not read this one. */
  readonly otherLanguage: string;
};

const zh: FramePhrases = {
  replies: '直接回复本邮件，由本区运营方阅读。',
  noAdvice: '本邮件不构成法律意见。',
  preferences: '邮件设置',
  unsubscribe: '不再接收此类邮件',
  otherLanguage: 'Mails in English: choose your language under “邮件设置”.',
};

const en: FramePhrases = {
  replies: 'The operator of the zone reads replies to this mail.',
  noAdvice: 'This is no legal advice.',
  preferences: 'Mail preferences',
  unsubscribe: 'Stop these mails',
  otherLanguage: '中文邮件：请在“Mail preferences”中选择语言。',
};

/** The words in the reader's language. */
export const framePhrases: Readonly<Record<Locale, FramePhrases>> = { 'zh-CN': zh, en };
