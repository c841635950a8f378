import { RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSecret, Secret, type SecretStringGenerator } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { tlsOnly } from './tls-only.ts';
import { ZoneKey } from './zone-key.ts';

type SecretProps = { readonly description: string; readonly generateSecretString: SecretStringGenerator };

/** A secret of a zone: made by AWS, so that it stands in no template, and kept when the stack goes. */
export class ZoneSecret extends Secret {
  constructor(scope: Construct, id: string, props: SecretProps) {
    super(scope, id, { ...props, removalPolicy: RemovalPolicy.RETAIN });
    // Not by Secret's own property: that would let the whole account use the key, through a domain that aws-cn does not have.
    const { defaultChild } = this.node;
    if (defaultChild instanceof CfnSecret) defaultChild.kmsKeyId = ZoneKey.of(this).keyArn;
    this.addToResourcePolicy(tlsOnly('secretsmanager'));
  }

  /** Reading its value, and nothing else of it. */
  grantValue(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretArn] }),
    );
    ZoneKey.of(this).grantThrough('secretsmanager', grantee, 'read');
  }
}
