import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

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

const cruise = () =>
  outputOf('depcruise', ['--config', '.dependency-cruiser.mjs', 'domain', 'events', 'functions', 'infra', 'test']);

async function unplant(): Promise<void> {
  for (const path of planted.splice(0)) await rm(`${root}${path}`, { force: true });
}

describe('the check of imports can fail', () => {
  const forbidden = [
    [
      'domain-is-pure',
      'domain/planted-import.ts',
      "import { hostname } from 'node:os';\nexport const name = hostname();\n",
    ],
    [
      'functions-stand-alone',
      'functions/publish-offer/planted-import.ts',
      "export { publishDemand } from '../publish-demand/publish-demand.ts';\n",
    ],
    [
      'infra-takes-code-by-path',
      'infra/planted-import.ts',
      "export { publishOffer } from '../functions/publish-offer/publish-offer.ts';\n",
    ],
    [
      'local-reads-the-template',
      'infra/local/planted-import.ts',
      "export { shape } from '../../functions/_adapters/dynamo/shape.ts';\n",
    ],
    [
      'preview-draws-mails',
      'infra/mail-preview/planted-import.ts',
      "export { publishOffer } from '../../functions/publish-offer/publish-offer.ts';\n",
    ],
    [
      'nobody-needs-the-preview',
      'infra/zones/planted-import.ts',
      "export { sampleLinks } from '../mail-preview/sample-links.ts';\n",
    ],
    [
      'evaluator-stays-local',
      'functions/read-matches/planted-import.ts',
      "export { runSimulation } from '@cloud-copilot/iam-simulate';\n",
    ],
  ] as const;
  let before: string;
  let after: string;
  // All at once: to read all that imports what takes longer than to find what is wrong.
  beforeAll(async () => {
    before = await cruise();
    for (const [, path, text] of forbidden) await plant(path, text);
    after = await cruise();
    await unplant();
  });

  it.each(forbidden)('by %s in %s', (rule, path) => {
    expect(before).not.toContain(rule);
    expect(after).toContain(`error ${rule}: ${path}`);
  });
});

describe('the check of what is written can fail', () => {
  afterEach(unplant);

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
