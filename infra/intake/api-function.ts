import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { TokenNames } from '../../domain/access/token-names.ts';
import { ZoneFunction, type ZoneFunctionProps } from '../lambda/zone-function.ts';
import { ZoneStack } from '../zones/zone-stack.ts';

/** The most that a request may take: the API itself gives up after 30 seconds. */
export const requestTimeout = Duration.seconds(29);

type ApiFunctionProps<Env> = ZoneFunctionProps<Env> & {
  /** How the zone's issuer names what a token says. */
  readonly names: TokenNames;
};

/** A Lambda behind the API: beside its folder's own variables it has what functions/_runtime/http-lambda.ts reads. */
export class ApiFunction<Env> extends ZoneFunction<Env> {
  constructor(scope: Construct, id: string, { names, ...props }: ApiFunctionProps<Env>) {
    super(scope, id, props);
    this.addEnvironment('CLAIM_NAMES', JSON.stringify(names));
    this.addEnvironment('ZONE_LOCALE', ZoneStack.of(scope).zone.locale);
  }
}
