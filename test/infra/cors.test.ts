import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { describe, expect, it } from 'vitest';
import { corsOf } from '../../infra/intake/cors.ts';
import { originsComplaints } from '../../infra/zones/check-origins.ts';
import { zones } from '../../infra/zones/zones.ts';

function apiOf(origins: readonly string[]): Template {
  const stack = new Stack(new App(), 'Test');
  new HttpApi(stack, 'Api', corsOf({ origins }));
  return Template.fromStack(stack);
}

describe('the origins of a zone', () => {
  it('may call the API with a token and read what they need, and send no cookies', () => {
    const [api] = Object.values(apiOf(['https://portal.example.cn']).findResources('AWS::ApiGatewayV2::Api'));
    expect(api?.['Properties'].CorsConfiguration).toEqual({
      AllowOrigins: ['https://portal.example.cn'],
      AllowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      AllowHeaders: expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-match']),
      ExposeHeaders: expect.arrayContaining(['etag', 'location', 'retry-after']),
      MaxAge: 3600,
    });
  });

  it('are none where nothing is said: then the gateway says nothing to any page', () => {
    const [api] = Object.values(apiOf([]).findResources('AWS::ApiGatewayV2::Api'));
    expect(api?.['Properties']).not.toHaveProperty('CorsConfiguration');
  });

  it('are sound in every record', () => {
    for (const { web } of zones) expect(originsComplaints(web.origins)).toEqual([]);
  });

  it.each([
    '*',
    'https://*.example.cn',
    'http://portal.example.cn',
    'https://portal.example.cn/',
    'null',
    'portal',
    '',
  ])('are refused where they are no origin, or too wide: “%s”', (origin) => {
    expect(originsComplaints(['https://portal.example.cn', origin])).toEqual([expect.stringContaining(`“${origin}”`)]);
  });
});
