import { Duration } from 'aws-cdk-lib';
import { CorsHttpMethod, type CorsPreflightOptions } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Zone } from '../zones/zone.ts';

/** Which pages of other hosts may call the API, with tokens and never with cookies; none where the zone names none. */
export function corsOf({ origins }: Zone['web']): { readonly corsPreflight?: CorsPreflightOptions } {
  if (origins.length === 0) return {};
  return {
    corsPreflight: {
      allowOrigins: [...origins],
      allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
      allowHeaders: [
        'accept-language',
        'authorization',
        'content-type',
        'idempotency-key',
        'if-match',
        'if-none-match',
      ],
      exposeHeaders: ['content-language', 'etag', 'location', 'retry-after'],
      maxAge: Duration.hours(1),
    },
  };
}
