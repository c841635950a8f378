import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TableShape } from '../../functions/_adapters/dynamo/shape.ts';
import { tlsOnly } from '../encryption/tls-only.ts';
import { ZoneKey } from '../encryption/zone-key.ts';
import { ZoneStack } from '../zones/zone-stack.ts';

const key = (name: string) => ({ name, type: AttributeType.STRING });

/** A table as its shape says. What is on record outlives the stack: retained, guarded against deletion, recoverable. */
export class ZoneTable<S extends TableShape> extends Table {
  constructor(scope: Construct, id: string, shape: S) {
    super(scope, id, {
      partitionKey: key(shape.partitionKey),
      ...(shape.sortKey && { sortKey: key(shape.sortKey) }),
      ...(shape.stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
      ...(shape.timeToLive && { timeToLiveAttribute: shape.timeToLive }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: ZoneKey.of(scope),
      resourcePolicy: new PolicyDocument({ statements: [tlsOnly('dynamodb')] }),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: ZoneStack.of(scope).zone.retention.recoveryDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, index] of Object.entries(shape.indexes ?? {})) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: key(index.partitionKey),
        sortKey: key(index.sortKey),
      });
    }
  }

  /** Where the changes of this table's rows can be read. */
  get changesArn(): string {
    if (this.tableStreamArn) return this.tableStreamArn;
    throw new Error(`${this.node.path} has no stream: its shape asks for none`);
  }

  /** Just these actions on the table itself. */
  grantActions(grantee: IGrantable, ...actions: readonly string[]): void {
    this.allow(grantee, [this.tableArn], actions);
  }

  /** Querying just these of its indexes. */
  grantQueryOn(grantee: IGrantable, ...indexes: readonly (keyof S['indexes'] & string)[]): void {
    const arns = indexes.map((index) => `${this.tableArn}/index/${index}`);
    this.allow(grantee, arns, ['dynamodb:Query']);
  }

  private allow(grantee: IGrantable, resources: string[], actions: readonly string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources }));
    ZoneKey.of(this).grantThrough('dynamodb', grantee, 'read');
  }
}
