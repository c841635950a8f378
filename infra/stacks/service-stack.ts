import type { Construct } from 'constructs';
import type { ZoneKey } from '../encryption/zone-key.ts';
import type { AlarmTopics } from '../observability/alarm-topics.ts';
import { ZoneStack } from '../zones/zone-stack.ts';
import type { DataStack } from './data-stack.ts';

/** A stack that works with what another one keeps. */
export abstract class ServiceStack extends ZoneStack {
  readonly key: ZoneKey;
  readonly alarmTopics: AlarmTopics;

  constructor(scope: Construct, name: string, data: DataStack, what: string) {
    super(scope, name, data.zone, what);
    this.key = data.key;
    this.alarmTopics = data.alarmTopics;
  }
}
