import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { nag } from '../../infra/nag/nag.ts';
import { makeZoneStacks } from '../../infra/stacks/zone-stacks.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { greaterBayAreaHongKong } from '../../infra/zones/cn-gba-hk.ts';
import { cdkContext } from './cdk-context.ts';

const settings = { analyticsReporting: false, context: cdkContext };

describe('cdk-nag', () => {
  it('finds nothing in a zone of either partition but what is acknowledged with a reason, and no acknowledgement is idle', () => {
    const app = new App(settings);
    for (const zone of [beijingDataPilot, greaterBayAreaHongKong]) makeZoneStacks(app, zone);
    const { open, idle } = nag(app);
    expect(open).toEqual([]);
    expect(idle.map(({ rule }) => String(rule))).toEqual([]);
  });

  it('finds what somebody adds', () => {
    const app = new App(settings);
    new Queue(new Stack(app, 'Planted'), 'WithoutTls');
    expect(nag(app).open).toContain('AwsSolutions-SQS4 Planted/WithoutTls/Resource');
  });
});
