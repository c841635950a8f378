import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';

/** The variable of each Lambda behind the API. */
export const ZoneLocaleEnv = z.object({ ZONE_LOCALE: Locale.default('zh-CN') });

/** Whoever asks for no language that there is, is answered in the zone's own: it comes after all that a request asks for. */
export function zoneLocale(locale: Locale): MiddlewareObj<HttpEvent, HttpAnswer, Error, Context> {
  return {
    before: ({ event: { headers } }) => {
      const asked = headers['accept-language'];
      headers['accept-language'] = asked ? `${asked}, ${locale};q=0.001` : locale;
    },
  };
}
