import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import type { Stack } from '../template/stack.ts';

const Cors = z.strictObject({
  AllowOrigins: z.array(z.url()).min(1),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
});
const ApiProperties = z.object({ CorsConfiguration: Cors.optional() });

type Headers = Readonly<Record<string, string>>;

/** What the gateway says to pages of other origins ("Configure CORS for HTTP APIs in API Gateway"). */
export type CrossOrigin = {
  /** The headers of the answer to a preflight request; undefined where the request is none. */
  preflight(method: string, headers: IncomingHttpHeaders): Headers | undefined;
  /** The headers of the answer of an integration. */
  exposing(headers: IncomingHttpHeaders): Headers;
};

/** Whether a header is for the gateway alone to say: it ignores what an integration says of it. */
export const isOfGateway = (name: string): boolean => name.toLowerCase().startsWith('access-control-');

/** The settings of the template's one HTTP API; undefined where it has none, and says nothing. */
export function readCrossOrigin(stack: Stack): CrossOrigin | undefined {
  const [api] = stack.ofType('AWS::ApiGatewayV2::Api');
  const cors = api?.read(ApiProperties).CorsConfiguration;
  if (!cors) return undefined;

  const allowed = ({ origin }: IncomingHttpHeaders): Headers =>
    origin !== undefined && cors.AllowOrigins.includes(origin) ? { 'access-control-allow-origin': origin } : {};

  return {
    preflight(method, headers) {
      const asked = headers['access-control-request-method'];
      if (method !== 'OPTIONS' || headers.origin === undefined || asked === undefined) return undefined;
      const origin = allowed(headers);
      if (Object.keys(origin).length === 0) return origin;
      return {
        ...origin,
        'access-control-allow-methods': cors.AllowMethods.join(','),
        'access-control-allow-headers': cors.AllowHeaders.join(','),
        ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
      };
    },
    exposing(headers) {
      const origin = allowed(headers);
      if (Object.keys(origin).length === 0) return origin;
      return { ...origin, 'access-control-expose-headers': cors.ExposeHeaders.join(',') };
    },
  };
}
