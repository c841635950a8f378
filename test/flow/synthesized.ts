import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { makeZoneStacks } from '../../infra/stacks/zone-stacks.ts';
import type { Zone } from '../../infra/zones/zone.ts';

/** A zone's record synthesized into a folder, and how to remove it. */
export async function synthesized(zone: Zone): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zonematch-assembly-'));
  const app = new App({ outdir: folder, analyticsReporting: false });
  makeZoneStacks(app, zone);
  app.synth();
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
