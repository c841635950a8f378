import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../infra/cli/run-cli.ts';

const line = JSON.stringify({ table: 'organizations', record: { id: 'org-a' } });
const digest = createHash('sha256').update('').update(line).digest('hex');
const statement = `e30.${Buffer.from(JSON.stringify({ digest })).toString('base64url')}.e30`;

let folder: string;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-delete-'));
  await writeFile(file('export.jsonl'), `${line}\n${JSON.stringify({ statement })}\n`);
  await writeFile(file('altered.jsonl'), `${line.replace('org-a', 'org-b')}\n${JSON.stringify({ statement })}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** At an address where nobody answers. */
async function run(exported: string, out: string) {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const zone = ['--api', 'http://127.0.0.1:1', '--token', 'token'];
  const files = ['--export', file(exported), '--out', file(out)];
  const args = ['organizations', 'delete', 'org-a', '--confirm', 'org-a', '--note', 'Asked for.', ...files, ...zone];
  const env = { ZONEMATCH_PROFILES: file('profiles.json') };
  return { code: await runCli({ args, env, stdout: stream, stderr: stream }), said: said.join('') };
}

describe('zonematch organizations delete', () => {
  it('writes over no file, least of all over the export', async () => {
    const { code, said } = await run('export.jsonl', 'export.jsonl');
    expect(said).toContain('EEXIST');
    expect(code).toBe(2);
    expect(await readFile(file('export.jsonl'), 'utf8')).toContain(line);
  });

  it('takes no export that was altered, and leaves no proof where nothing was deleted', async () => {
    expect(await run('altered.jsonl', 'proof.jws')).toMatchObject({
      code: 3,
      said: expect.stringContaining('was altered'),
    });
    expect(await run('export.jsonl', 'proof.jws')).toMatchObject({
      code: 1,
      said: expect.stringContaining('No zone answers'),
    });
    expect(await readdir(folder)).not.toContain('proof.jws');
  });
});
