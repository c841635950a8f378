import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { checkZone } from '../zones/check-zone.ts';
import type { Zone } from '../zones/zone.ts';
import { DataStack } from './data-stack.ts';
import { IntakeStack } from './intake-stack.ts';
import { MatchingStack } from './matching-stack.ts';
import { OperationStack } from './operation-stack.ts';

/** The stacks of one zone, in the order in which they are deployed; the last, which needs the others, has the zone's own name. Wires the capabilities; makes no resource itself. */
export function makeZoneStacks(scope: Construct, zone: Zone): readonly Stack[] {
  checkZone(zone);
  const name = `zonematch-${zone.id}`;
  const data = new DataStack(scope, `${name}-data`, zone);
  const intake = new IntakeStack(scope, `${name}-intake`, data);
  const publicBaseUrl = intake.intake.api.apiEndpoint;
  const matching = new MatchingStack(scope, `${name}-matching`, data, publicBaseUrl);
  return [data, intake, matching, new OperationStack(scope, name, { data, intake, matching })];
}
