import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Settings = z.object({ context: z.record(z.string(), z.unknown()) });
const { context } = Settings.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));

/** What `cdk synth` tells an app, but for the Lambdas' code, which is not bundled. */
export const cdkContext = { ...context, 'aws:cdk:bundling-stacks': [] };
