import { type App, CfnResource, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { type Acknowledgement, acknowledgements } from './acknowledgements.ts';

type Found = {
  /** What nobody has acknowledged: the rule, and the resource that breaks it. */
  readonly open: readonly string[];
  /** Acknowledgements that nothing needs. */
  readonly idle: readonly Acknowledgement[];
};

/**
 * Acknowledges, with their reasons, what cdk-nag finds (its AwsSolutions and Serverless packs), and has synthesis end where it
 * finds more. To be called when the stacks are made.
 */
export function nag(app: App): Found {
  const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  const resources = new Map(
    app.node.findAll().flatMap((node) => (CfnResource.isCfnResource(node) ? [[node.node.path, node] as const] : [])),
  );
  const idle = new Set(acknowledgements);
  const open: string[] = [];
  for (const { ruleName, violatingResources } of packs.flatMap((pack) => pack.validateScope(app).violations)) {
    for (const { constructPath = '' } of violatingResources) {
      const resource = resources.get(constructPath);
      const found = acknowledgements.find(({ rule, of }) => resource && rule.test(ruleName) && of(resource));
      if (resource && found) {
        Validations.of(resource).acknowledge({ id: ruleName, reason: found.reason });
        idle.delete(found);
      } else open.push(`${ruleName} ${constructPath}`);
    }
  }
  Validations.of(app).addPlugins(...packs);
  return { open, idle: [...idle] };
}
