import { App } from 'aws-cdk-lib';
import { makeZoneStacks } from './stacks/zone-stacks.ts';
import { zoneOf, zones } from './zones/zones.ts';

const app = new App();
const chosen: unknown = app.node.tryGetContext('zone');

for (const zone of chosen === undefined ? zones : [zoneOf(String(chosen))]) makeZoneStacks(app, zone);
