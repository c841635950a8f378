import Negotiator from 'negotiator';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The caller's language by `Accept-Language` (RFC 9110, 12.5.4); zh-CN where it asks for neither. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language(['zh-CN', 'zh', 'en']);
  return wanted === 'en' ? 'en' : 'zh-CN';
}
