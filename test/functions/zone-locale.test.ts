import { expect, it } from 'vitest';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { requestLocale } from '../../functions/_runtime/http-request.ts';
import { zoneLocale } from '../../functions/_runtime/zone-locale.ts';
import { httpEvent } from './lambda-events.ts';

async function answered(zone: Locale, asked: string | undefined): Promise<Locale> {
  const event = httpEvent('GET /health', { body: {}, language: 'en', organization: 'org-x', scope: '' });
  if (asked === undefined) delete event.headers['accept-language'];
  else event.headers['accept-language'] = asked;
  await zoneLocale(zone).before?.({ event, context: {} as never, response: null, error: null, internal: {} });
  return requestLocale(event);
}

it.each<[Locale, string | undefined, Locale]>([
  ['en', undefined, 'en'],
  ['zh-CN', undefined, 'zh-CN'],
  ['en', '', 'en'],
  ['en', 'fr-FR, pt;q=0.5', 'en'],
  ['zh-CN', 'fr-FR', 'zh-CN'],
  ['en', 'zh-CN,zh;q=0.9', 'zh-CN'],
  ['en', 'fr, zh;q=0.1', 'zh-CN'],
  ['zh-CN', 'en-GB,en;q=0.7', 'en'],
  ['zh-CN', 'fr, en;q=0.1', 'en'],
])('in a zone of %s a request for %s is answered in %s', async (zone, asked, locale) => {
  expect(await answered(zone, asked)).toBe(locale);
});
