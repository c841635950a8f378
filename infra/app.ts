import { App } from 'aws-cdk-lib';
import { ZoneStack } from './stack.ts';
import { zoneOf } from './zones/zones.ts';

const app = new App();
const zone = zoneOf(String(app.node.tryGetContext('zone')));

new ZoneStack(app, `zonematch-${zone.id}`, zone);
