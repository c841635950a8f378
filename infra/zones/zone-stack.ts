import { Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Zone } from './zone.ts';
import type { Severity } from './zone-watch.ts';

/** One of the stacks of a zone: what everything in it may ask for. */
export abstract class ZoneStack extends Stack {
  readonly zone: Zone;
  /** Encrypts all that the zone has. */
  abstract readonly key: Key;
  /** Where an alarm goes. */
  abstract readonly alarmTopics: { of(severity: Severity): Topic };

  /** The stack that something belongs to. Throws where that is of no zone. */
  static override of(scope: Construct): ZoneStack {
    const stack = Stack.of(scope);
    if (stack instanceof ZoneStack) return stack;
    throw new Error(`${stack.stackName} is no stack of a zone`);
  }

  constructor(scope: Construct, name: string, zone: Zone, what: string, terminationProtection = false) {
    const description = `Zonematch, zone ${zone.id}: ${what}`;
    super(scope, name, { env: { region: zone.region }, description, terminationProtection });
    this.zone = zone;
  }
}
