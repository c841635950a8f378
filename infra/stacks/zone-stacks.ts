import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { checkLimits } from '../zones/check-limits.ts';
import { checkMail } from '../zones/check-mail.ts';
import { checkOrigins } from '../zones/check-origins.ts';
import { checkRhythm } from '../zones/check-rhythm.ts';
import type { Zone } from '../zones/zone.ts';
import { DataStack } from './data-stack.ts';
import { IntakeStack } from './intake-stack.ts';
import { MatchingStack } from './matching-stack.ts';
import { OperationStack } from './operation-stack.ts';

/** The stacks of one zone, in the order in which they are deployed; the last, which needs the others, has the zone's own name. Wires the capabilities; makes no resource itself. */
export function makeZoneStacks(scope: Construct, zone: Zone): readonly Stack[] {
  checkLimits(zone.limits);
  checkRhythm(zone.rhythm);
  checkOrigins(zone.web.origins);
  checkMail(zone.mail);
  const name = `zonematch-${zone.id}`;
  const data = new DataStack(scope, `${name}-data`, zone);
  const intake = new IntakeStack(scope, `${name}-intake`, { zone, data });
  const publicBaseUrl = intake.intake.api.apiEndpoint;
  const matching = new MatchingStack(scope, `${name}-matching`, { zone, data, publicBaseUrl });
  return [data, intake, matching, new OperationStack(scope, name, { zone, data, intake, matching })];
}
