import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { makeZoneStacks } from '../stacks/zone-stacks.ts';
import { zoneOf, zones } from '../zones/zones.ts';
import { nag } from './nag.ts';

const Settings = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = Settings.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));

/** Synthesizes zones without their Lambdas' code, and ends with what cdk-nag finds: `npm run nag`, or of some zones, by their ids. */
const ids = process.argv.slice(2);
const outdir = await mkdtemp(join(tmpdir(), 'zonematch-nag-'));
try {
  const app = new App({ analyticsReporting: false, outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  for (const zone of ids.length === 0 ? zones : ids.map(zoneOf)) makeZoneStacks(app, zone);
  nag(app);
  app.synth();
  process.stdout.write('cdk-nag finds nothing that is not acknowledged (infra/nag/acknowledgements.ts).\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(outdir, { recursive: true, force: true });
}
