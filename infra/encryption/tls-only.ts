import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Refuses whatever comes without TLS, from anybody. In a policy of a resource, `*` is that resource. */
export const tlsOnly = (service: 'dynamodb' | 'secretsmanager'): PolicyStatement =>
  new PolicyStatement({
    sid: 'TlsOnly',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [`${service}:*`],
    resources: ['*'],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  });
