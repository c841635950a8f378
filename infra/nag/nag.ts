import { type App, CfnResource, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { type Acknowledgement, acknowledgements } from './acknowledgements.ts';

/**
 * Has synthesis end with what cdk-nag finds (its AwsSolutions and Serverless packs) and nobody has acknowledged. To be
 * called when the stacks are made. Answers the acknowledgements that nothing needs.
 */
export function nag(app: App): readonly Acknowledgement[] {
  const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  const resources = new Map(
    app.node.findAll().flatMap((node) => (CfnResource.isCfnResource(node) ? [[node.node.path, node] as const] : [])),
  );
  const unused = new Set(acknowledgements);
  for (const { ruleName, violatingResources } of packs.flatMap((pack) => pack.validateScope(app).violations)) {
    for (const { constructPath } of violatingResources) {
      const resource = constructPath === undefined ? undefined : resources.get(constructPath);
      const found = acknowledgements.find(({ rule, of }) => resource && rule.test(ruleName) && of(resource));
      if (!resource || !found) continue;
      Validations.of(resource).acknowledge({ id: ruleName, reason: found.reason });
      unused.delete(found);
    }
  }
  Validations.of(app).addPlugins(...packs);
  return [...unused];
}
