import { Aws, CfnParameter, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { SesEnv } from '../../functions/_notification/env.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { ZoneMail } from '../zones/zone-mail.ts';

type SesProps = { readonly mail: Extract<ZoneMail, { transport: 'ses' }> };

/** Sending through Amazon SES, in whichever region; what the zone needs there is the operator's to make. */
export class SesSending extends Construct {
  readonly variables: Readonly<Record<keyof SesEnv, string>>;
  private readonly resources: string[];

  constructor(scope: Construct, id: string, { mail }: SesProps) {
    super(scope, id);
    const region = new CfnParameter(Stack.of(this), 'SesRegion', { default: mail.region }).valueAsString;
    const arn = (resource: string): string => `arn:${Aws.PARTITION}:ses:${region}:${Aws.ACCOUNT_ID}:${resource}`;
    const domain = mail.from.slice(mail.from.lastIndexOf('@') + 1);
    this.resources = [arn(`identity/${domain}`), arn(`configuration-set/${mail.configurationSet}`)];
    this.variables = {
      MAIL_TRANSPORT: 'ses',
      SES_REGION: region,
      SES_CONFIGURATION_SET: mail.configurationSet,
    };
  }

  /** Sending as the zone, by its configuration set. What is written out whole is SendRawEmail to IAM, in version 2, too. */
  grantUse(fn: ZoneFunction<unknown>): void {
    fn.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendRawEmail'], resources: this.resources }));
  }
}
