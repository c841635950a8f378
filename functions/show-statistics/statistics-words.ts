import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { chinese } from './words-in-chinese.ts';
import { english } from './words-in-english.ts';
import type { StatisticsWords } from './words-needed.ts';

/** The words in the reader's language. */
export const statisticsWords: Readonly<Record<Locale, StatisticsWords>> = { 'zh-CN': chinese, en: english };
