import { ArnFormat } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { regionOf } from '../zones/regions.ts';
import { ZoneStack } from '../zones/zone-stack.ts';

/** Other than in the zone's other stacks, as the local zone joins them. */
const idIn = ({ stackName, zone }: ZoneStack): string => `Deployments${stackName.replace(`zonematch-${zone.id}`, '')}`;

/**
 * So much of a stack's name stands at the least in the names that CloudFormation gives its Lambdas: it cuts the name of the
 * stack and of the resource where both and what it adds are longer than the 64 characters that a Lambda's name has.
 */
const keptOfStackName = 24;

/** How the Lambdas of a stack are handed over to a new version of them. */
export class Deployments extends Construct {
  private readonly application: LambdaApplication;
  private readonly role: Role;

  /** Those of the stack that something belongs to; undefined where the region has no CodeDeploy. */
  static of(scope: Construct): Deployments | undefined {
    const stack = ZoneStack.of(scope);
    if (!regionOf(stack.zone.region).has.codeDeploy) return undefined;
    const made = stack.node.tryFindChild(idIn(stack));
    return made instanceof Deployments ? made : new Deployments(stack);
  }

  private constructor(stack: ZoneStack) {
    super(stack, idIn(stack));
    this.application = new LambdaApplication(this, 'Application');
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    // Of AWSCodeDeployRoleForLambdaLimited what Lambdas without hooks need, for those of this stack and their alarms: named
    // one by one they would be more than a policy may hold.
    const own = (service: string, resource: string, begin: string): string =>
      stack.formatArn({ service, resource, resourceName: `${begin}*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const begin = `${stack.stackName}-`;
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'],
        resources: [own('lambda', 'function', begin.slice(0, keptOfStackName))],
      }),
    );
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: [own('cloudwatch', 'alarm', begin)] }),
    );
  }

  /** A tenth of the work for five minutes, then all of it; all of it back where the alarm is raised meanwhile. */
  add(name: string, alias: Alias, alarm: IAlarm): void {
    new LambdaDeploymentGroup(this, name, {
      application: this.application,
      role: this.role.withoutPolicyUpdates(),
      alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [alarm],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
  }
}
