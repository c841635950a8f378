import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;
const planted: string[] = [];

async function plant(path: string, text: string): Promise<void> {
  await mkdir(new URL(`../../${path}`, import.meta.url).pathname.replace(/[^/]+$/, ''), { recursive: true });
  await writeFile(`${root}${path}`, text);
  planted.push(path);
}

async function outputOf(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(command, [...args], { cwd: root });
    return stdout;
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? `${error.stdout}${'stderr' in error ? error.stderr : ''}` : '';
  }
}

const cruise = (folder: string) => outputOf('depcruise', ['--config', '.dependency-cruiser.mjs', folder]);

afterEach(async () => {
  for (const path of planted.splice(0)) await rm(`${root}${path}`, { force: true });
});

describe('the check of imports can fail', () => {
  it.each([
    [
      'domain',
      'domain-is-pure',
      'domain/planted-import.ts',
      "import { hostname } from 'node:os';\nexport const name = hostname();\n",
    ],
    [
      'functions',
      'functions-stand-alone',
      'functions/publish-offer/planted-import.ts',
      "export { publishDemand } from '../publish-demand/publish-demand.ts';\n",
    ],
    [
      'infra',
      'infra-takes-code-by-path',
      'infra/planted-import.ts',
      "export { publishOffer } from '../functions/publish-offer/publish-offer.ts';\n",
    ],
    [
      'infra',
      'local-reads-the-template',
      'infra/local/planted-import.ts',
      "export { shape } from '../../functions/_adapters/dynamo/shape.ts';\n",
    ],
    [
      'infra/mail-preview',
      'preview-draws-mails',
      'infra/mail-preview/planted-import.ts',
      "export { publishOffer } from '../../functions/publish-offer/publish-offer.ts';\n",
    ],
    [
      'infra/zones',
      'nobody-needs-the-preview',
      'infra/zones/planted-import.ts',
      "export { sampleLinks } from '../mail-preview/sample-links.ts';\n",
    ],
    [
      'functions',
      'evaluator-stays-local',
      'functions/read-matches/planted-import.ts',
      "export { runSimulation } from '@cloud-copilot/iam-simulate';\n",
    ],
  ])('in %s: %s', async (folder, rule, path, text) => {
    expect(await cruise(folder)).not.toContain(rule);
    await plant(path, text);
    expect(await cruise(folder)).toContain(`error ${rule}: ${path}`);
  });

  it('a way to a table beside the guarded one is found', async () => {
    const text = "import { GetCommand } from '@aws-sdk/lib-dynamodb';\nexport const read = GetCommand;\n";
    await plant('functions/read-matches/planted-read.ts', text);
    expect(await outputOf('biome', ['lint', 'functions/read-matches/planted-read.ts'])).toContain('GuardedTable alone');
  });

  it('a clock in domain/ is found', async () => {
    await plant('domain/planted-clock.ts', 'export const now = (): number => Date.now();\n');
    expect(await outputOf('biome', ['lint', 'domain/planted-clock.ts'])).toContain('domain/ is pure');
  });
});
