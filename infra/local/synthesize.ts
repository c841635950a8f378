import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LocalFailure } from './local-failure.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What CDK complained of, without its stack. */
function complaintIn(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = text.split('\n').filter((line) => /Error|error|There is no/.test(line) && !/^\s+at /.test(line));
  return (lines[0] ?? text.slice(-500)).replace(/^\s*\w*Error: /, '').trim();
}

/**
 * Synthesizes a zone's app into a folder, as `cdk synth` does, unless the signal ends it. Throws LocalFailure with CDK's
 * complaint.
 */
export async function synthesize(zoneId: string, outDir: string, signal?: AbortSignal): Promise<void> {
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  try {
    await run(process.execPath, [cdk, 'synth', '--quiet', '--output', outDir, '--context', `zone=${zoneId}`], {
      cwd: root,
      env,
      ...(signal && { signal }),
    });
  } catch (error) {
    throw new LocalFailure(complaintIn(error));
  }
}
