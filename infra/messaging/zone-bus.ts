import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Zone } from '../zones/zone.ts';

/** The zone's bus: a copy of every public event, for whoever the operator lets listen. */
export class ZoneBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, zone: Zone) {
    super(scope, id);
    this.bus = new EventBus(this, 'Events', { eventBusName: `zonematch-${zone.id}` });
  }
}
