import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ZoneKey } from '../encryption/zone-key.ts';
import type { AlarmTopics } from '../observability/alarm-topics.ts';
import type { Zone } from './zone.ts';

/** One of the stacks of a zone: what everything in it may ask for. */
export abstract class ZoneStack extends Stack {
  readonly zone: Zone;
  abstract readonly key: ZoneKey;
  abstract readonly alarmTopics: AlarmTopics;

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
