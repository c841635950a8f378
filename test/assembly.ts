import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesized app, made once for all tests. */
    assembly: string;
  }
}

const run = promisify(execFile);

/** Synthesizes the default zone once, as `npm run synth` does, and removes it at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const assembly = await mkdtemp(join(tmpdir(), 'zonematch-assembly-'));
  await run('npx', ['cdk', 'synth', '--quiet', '--output', assembly, '--context', 'zone=cn-bj-data-pilot']);
  project.provide('assembly', assembly);
  return () => rm(assembly, { recursive: true, force: true });
}
