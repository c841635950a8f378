import { CfnParameter, Stack } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { TokenNames } from '../../domain/access/token-names.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';
import { corsOf } from './cors.ts';
import { type IntakeProps, makeIntakeFunctions } from './intake-functions.ts';
import { type RouteTo, routes } from './routes.ts';

/** The HTTP API: routes, who may call them, and the Lambdas behind them. */
export class Intake extends Construct {
  readonly api: HttpApi;
  /** Whose tokens it takes, and for which audience. */
  readonly tokens: { readonly issuer: string; readonly audience: string };
  readonly functions: Readonly<Record<string, ZoneFunction<unknown>>>;
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly names: TokenNames;
  private readonly integrations = new Map<ZoneFunction<unknown>, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, props: IntakeProps) {
    super(scope, id);
    const tokens = this.tokensOf(props.zone);
    this.tokens = tokens;
    this.names = props.zone.identity.names;
    this.authorizer = new HttpJwtAuthorizer('Tokens', tokens.issuer, { jwtAudience: [tokens.audience] });
    this.api = new HttpApi(this, 'Api', {
      apiName: `zonematch-${props.zone.id}`,
      disableExecuteApiEndpoint: false,
      ...corsOf(props.zone.web),
    });
    const functions = makeIntakeFunctions(this, props, { ...tokens, publicBaseUrl: this.api.apiEndpoint });
    this.functions = functions;
    for (const route of routes) {
      this.api.addRoutes(this.optionsOf(route, functions[route.folder]));
    }
    const stage = this.api.defaultStage?.node.defaultChild;
    const { rate, burst } = props.zone.limits.requestsASecond;
    if (stage instanceof CfnStage)
      stage.defaultRouteSettings = { throttlingRateLimit: rate, throttlingBurstLimit: burst };
  }

  /** Issuer and audience are parameters, so that one template serves a trial issuer as well as the zone's own. */
  private tokensOf(zone: Zone): { readonly issuer: string; readonly audience: string } {
    const stack = Stack.of(this);
    const issuer = new CfnParameter(stack, 'OidcIssuer', { default: zone.identity.issuer });
    const audience = new CfnParameter(stack, 'OidcAudience', { default: zone.identity.audience });
    return { issuer: issuer.valueAsString, audience: audience.valueAsString };
  }

  /** Leads a route to a Lambda of another stack, which comes after this one. */
  lead(scope: Construct, route: RouteTo<string>, fn: ZoneFunction<unknown>): void {
    const { path, methods, ...options } = this.optionsOf(route, fn);
    for (const method of methods) {
      const routeKey = HttpRouteKey.with(path, method);
      new HttpRoute(scope, `${method}${path}`, { httpApi: this.api, routeKey, ...options });
    }
  }

  private optionsOf(route: RouteTo<string>, fn: ZoneFunction<unknown>) {
    const { claims, scopes } = this.names;
    const allowed = (['member', 'operator'] as const).filter((scope) => route.access.split('-or-').includes(scope));
    // The gateway looks for scopes in these two claims alone; the Lambda checks them wherever they stand.
    const isChecked = ['scope', 'scp'].includes(claims.scope);
    return {
      path: route.path,
      methods: [HttpMethod[route.method]],
      integration: this.integrationOf(fn),
      authorizer: route.access === 'open' ? new HttpNoneAuthorizer() : this.authorizer,
      authorizationScopes: isChecked ? allowed.map((scope) => scopes[scope]) : [],
    };
  }

  /** One for all routes of a Lambda: CloudFormation takes 500 resources a stack, and each counts. */
  private integrationOf(fn: ZoneFunction<unknown>): HttpLambdaIntegration {
    const known = this.integrations.get(fn) ?? new HttpLambdaIntegration(`${fn.node.id}Integration`, fn.live);
    this.integrations.set(fn, known);
    fn.handOverBitByBit();
    return known;
  }
}
