import * as z from 'zod';
import type { LocalFunction } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { type Authorize, makeAuthorizer } from './authorizer.ts';

const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().default(30_000),
});
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.url(), Audience: z.array(z.string()).min(1) }),
});

/** A route of the API: what it takes, who may call it, and what answers. */
export type LocalRoute = {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly authorize: Authorize | undefined;
  readonly scopes: readonly string[];
  readonly target: LocalFunction;
  readonly timeoutMs: number;
};

const isParameter = (segment: string): boolean => segment.startsWith('{');
const isGreedy = (segment: string): boolean => segment.endsWith('+}');

/** By this text routes are sorted: written segments before parameters, a method before ANY. */
const specificity = ({ segments, method }: LocalRoute): string =>
  [
    ...segments.map((segment) => (isGreedy(segment) ? 'c' : isParameter(segment) ? 'b' : 'a')),
    method === 'ANY' ? 'b' : 'a',
  ].join('');

const splitPath = (path: string): readonly string[] => path.split('/').slice(1);

/** Makes the routes of the template's one HTTP API, with their integrations and authorizers; the most specific comes first. */
export function makeRoutes(stack: Stack, functions: readonly LocalFunction[]): readonly LocalRoute[] {
  const authorizers = new Map(
    stack.ofType('AWS::ApiGatewayV2::Authorizer').map((resource) => {
      const { JwtConfiguration } = resource.read(AuthorizerProperties);
      return [resource.id, makeAuthorizer(JwtConfiguration.Issuer, JwtConfiguration.Audience)] as const;
    }),
  );
  const integrations = new Map(
    stack
      .ofType('AWS::ApiGatewayV2::Integration')
      .map((resource) => [resource.id, resource.read(IntegrationProperties)] as const),
  );

  function makeRoute(resource: Resource): LocalRoute {
    const route = resource.read(RouteProperties);
    const integration = integrations.get(route.Target.replace('integrations/', ''));
    const target = integration && functions.find((one) => one.isNamed(integration.IntegrationUri));
    const authorize = route.AuthorizerId === undefined ? undefined : authorizers.get(route.AuthorizerId);
    if (!integration || !target) throw new LocalFailure(`The route ${route.RouteKey} leads to no Lambda.`);
    if (route.AuthorizationType === 'JWT' && !authorize) {
      throw new LocalFailure(`The route ${route.RouteKey} asks for tokens but names no authorizer.`);
    }
    const [method = 'ANY', path = '/'] = route.RouteKey.split(' ');
    return {
      routeKey: route.RouteKey,
      method,
      segments: splitPath(path),
      authorize,
      scopes: route.AuthorizationScopes,
      target,
      timeoutMs: integration.TimeoutInMillis,
    };
  }

  return stack
    .ofType('AWS::ApiGatewayV2::Route')
    .map(makeRoute)
    .toSorted((a, b) => (specificity(a) < specificity(b) ? -1 : 1));
}

type Found = { readonly route: LocalRoute; readonly pathParameters: Readonly<Record<string, string>> };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function parametersOf(route: LocalRoute, given: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const value = given[index];
    if (value === undefined || (isParameter(segment) && value === '')) return undefined;
    if (isGreedy(segment)) return { ...parameters, [segment.slice(1, -2)]: decoded(given.slice(index).join('/')) };
    if (isParameter(segment)) parameters[segment.slice(1, -1)] = decoded(value);
    else if (segment !== value) return undefined;
  }
  return route.segments.length === given.length ? parameters : undefined;
}

/** The route that takes a request, as API Gateway chooses it, or undefined. */
export function findRoute(routes: readonly LocalRoute[], method: string, path: string): Found | undefined {
  const given = splitPath(path);
  return routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = parametersOf(route, given);
      return pathParameters ? [{ route, pathParameters }] : [];
    })[0];
}
