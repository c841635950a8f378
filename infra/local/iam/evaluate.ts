import { runSimulation } from '@cloud-copilot/iam-simulate';
import { LocalFailure } from '../local-failure.ts';

type Document = Readonly<Record<string, unknown>>;

/** A question to the policies: may this principal do this, under these circumstances? */
export type Question = {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly account: string;
  readonly identityPolicies: readonly Document[];
  readonly resourcePolicy?: Document | undefined;
  readonly context?: Readonly<Record<string, string>>;
};

/** Undefined where it is allowed; else the reason, in AWS's words. */
export type Denial = string | undefined;

/**
 * Evaluates policies as AWS does. Every hop on this machine stands for one over TLS, and is judged as such. Throws
 * LocalFailure where a policy is none.
 */
export async function evaluate({
  principal,
  action,
  resource,
  account,
  identityPolicies,
  resourcePolicy,
  context = {},
}: Question): Promise<Denial> {
  const answer = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: { 'aws:SecureTransport': 'true', ...context },
      },
      identityPolicies: identityPolicies.map((policy, index) => ({ name: `policy ${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resourcePolicy && { resourcePolicy }),
    },
    {},
  );
  if (answer.resultType === 'error') {
    throw new LocalFailure(
      `The local zone cannot judge ${action} on ${resource} by ${principal}: ${JSON.stringify(answer.errors)}`,
    );
  }
  if (answer.overallResult === 'Allowed') return undefined;
  if (answer.overallResult !== 'ExplicitlyDenied')
    return `because no identity-based policy allows the ${action} action`;
  const byResource =
    answer.resultType === 'single' && answer.result.analysis.resourceAnalysis?.result === 'ExplicitlyDenied';
  return byResource
    ? 'with an explicit deny in a resource-based policy'
    : 'with an explicit deny in an identity-based policy';
}
