import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { localClient } from '../../infra/local/local-client.ts';
import { demandBody, mapTags, offerBody } from './listings.ts';
import { OperatorLine } from './operator-line.ts';
import { runScript } from './run-script.ts';
import { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const Queues = z.object({ queues: z.array(z.object({ id: z.string(), url: z.string() })) });

let zone: ZoneUnderTest;
let folder: string;
let line: OperatorLine;
let sqs: SQSClient;
let offer: string;
let demand: string;

const matches = async () => Items.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body).items;

/** Puts a message where those end that could not be handled. */
async function park(queue: string, MessageBody: string): Promise<void> {
  const { queues } = Queues.parse(await (await fetch(new URL('/queues', zone.zone.control))).json());
  const { url } = queues.find(({ id }) => id.startsWith(queue)) ?? expect.fail(`no queue ${queue}`);
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-operator-'));
  zone = await ZoneUnderTest.start();
  line = new OperatorLine(zone, folder);
  sqs = new SQSClient(localClient(zone.zone.endpoints.sqs, zone.zone.region));
  await Promise.all([
    zone.verify('org-supplier'),
    zone.verify('org-buyer'),
    zone.verify('org-hk', { jurisdiction: 'HK' }),
  ]);
  offer = await zone.post('/v1/offers', 'org-supplier', offerBody());
  demand = await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.post('/v1/demands', 'org-hk', demandBody({ jurisdiction: 'HK' }));
  await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'Maps', complianceTags: mapTags }));
  await zone.settle();
});
afterAll(async () => {
  sqs?.destroy();
  await zone?.zone.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('npx zonematch', () => {
  it('is a command of its own', async () => {
    const shown = await runScript('infra/cli/main.ts', ['organizations', 'show', 'org-buyer'], line.env);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('Organization org-buyer'), stderr: '' });
  });
});

describe('the tab key', () => {
  it('completes commands, flags and what they take', async () => {
    const { stdout } = await line.run(['__complete', 'organizations', 'e']);
    expect(stdout).toBe('export\teverything that is kept of one, in a file\n');
    expect((await line.run(['__complete', 'parked', 'list', '--q'])).stdout).toMatch(/^--queue\t/);
    expect((await line.run(['__complete', 'reviews', 'decide', 'x', 'c'])).stdout).toMatch(/^clear\t/);
  });

  it('does so in a shell', async () => {
    const { stdout } = await runScript('infra/cli/main.ts', ['completion', 'bash'], line.env);
    const press = `COMP_WORDS=(zonematch stopped-addresses rel); COMP_CWORD=2; _zonematch; echo "\${COMPREPLY[*]}"`;
    expect((await promisify(execFile)('bash', ['-c', `${stdout}\n${press}`])).stdout).toBe('release\n');
    expect((await line.run(['completion', 'zsh'])).stdout).toContain('compdef _zonematch zonematch');
  });
});

describe('zonematch login', () => {
  it('keeps where a zone is for its owner’s eyes alone, and no secret that it was not asked to keep', async () => {
    const { api, tokenEndpoint } = zone.zone;
    const said = ['--api', api, '--token-endpoint', tokenEndpoint, '--client-id', 'zone', '--client-secret', 's3cret'];
    const file = join(folder, 'profiles.json');
    expect(await line.run(['login', ...said])).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ default: { api, tokenEndpoint, clientId: 'zone' } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await line.run(['login', ...said, '--keep-secret', '--profile', 'kept']);
    const alone = { ZONEMATCH_API: undefined, ZONEMATCH_TOKEN_ENDPOINT: undefined, ZONEMATCH_CLIENT_SECRET: undefined };
    const shown = await line.run(['--profile', 'kept', 'organizations', 'show', 'org-buyer'], alone);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('Organization org-buyer') });
  });

  it('sends no token over plain HTTP to another machine', async () => {
    const { code, stderr } = await line.run(['--api', 'http://zone.example', 'audit', '--subject', 'org-buyer']);
    expect(code).toBe(2);
    expect(stderr).toContain('a token goes over https');
  });

  it('says what is wrong in the reader’s language, and ends with 2', async () => {
    expect(await line.run(['--lang', 'zh-CN', 'reviewes'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('没有命令 reviewes，是否指 `reviews`？'),
    });
    expect(await line.run(['reviews', 'list', '--limit', 'many'])).toMatchObject({ code: 2 });
    expect(await line.run(['organizations', '--help'], { LC_ALL: 'zh_CN.UTF-8' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('用法'),
    });
  });

  it('refuses a member’s token at each of its routes', async () => {
    const token = await zone.token('org-buyer');
    for (const args of [['parked', 'list'], ['reconcile'], ['replay', 'listing', offer]]) {
      expect(await line.run([...args, '--token', token])).toMatchObject({ code: 1, stdout: '' });
    }
  });
});

describe('organizations and listings', () => {
  it('are verified, tagged with dates and untagged, each over the version that was read', async () => {
    const made = await line.json([
      'organizations',
      'verify',
      'org-new',
      '--name',
      'New',
      '--kind',
      'sme',
      '--jurisdiction',
      'CN',
      '--clearance',
      '2',
    ]);
    expect(made).toMatchObject({ id: 'org-new', clearance: 2, version: 1 });
    expect(await line.json(['organizations', 'verify', 'org-new', '--clearance', '3'])).toMatchObject({
      name: 'New',
      clearance: 3,
    });
    const tagged = await line.json([
      'organizations',
      'tags',
      'add',
      'org-new',
      'mlps-3',
      '--valid-until',
      '2030-12-31',
    ]);
    expect(tagged).toMatchObject({ version: 3, heldTags: [{ tag: 'mlps-3', validUntil: '2030-12-31' }] });
    expect(await line.json(['organizations', 'tags', 'remove', 'org-new', 'mlps-3'])).toMatchObject({ heldTags: [] });
    expect(await line.run(['organizations', 'tags', 'add', 'org-new', 'no-such-tag'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/heldTags/0'),
    });
  });

  it('are suspended and reinstated with a note that the owner reads', async () => {
    await line.json(['listings', 'suspend', offer, '--note', 'Send the licence.']);
    const { body } = await zone.call(`/v1/offers/${offer}`, { as: 'org-supplier' });
    expect(body).toMatchObject({ status: 'suspended', suspension: { note: 'Send the licence.' } });
    await line.json(['listings', 'reinstate', offer]);
    await zone.settle();
    expect(await matches()).toHaveLength(2);
  });

  it('have reviews listed, shown and decided, verdicts and what was done to them told', async () => {
    const { items } = Items.parse(await line.json(['reviews', 'list']));
    const id = items[0]?.id ?? expect.fail('nothing is to be reviewed');
    const { etag } = z.looseObject({ etag: z.string() }).parse(await line.json(['reviews', 'show', id]));
    const decided = await line.json(['reviews', 'decide', id, 'clear', '--note', 'Seen.', '--etag', etag]);
    expect(decided).toMatchObject({ reviews: [{ decision: 'clear', note: 'Seen.' }] });
    expect(await line.run(['reviews', 'decide', id, 'reject', '--note', 'No.', '--etag', etag])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('412'),
    });
    expect((await line.run(['verdict', offer, demand])).stdout).toContain('in-force');
    expect((await line.run(['audit', '--subject', id])).stdout).toContain('review-cleared');
    expect(await line.json(['statistics'])).toMatchObject({ isMore: false });
    expect(await line.json(['stopped-addresses', 'list'])).toEqual({ items: [], isMore: false });
    await zone.settle();
  });
});

describe('a suspended organization', () => {
  it('is found by nobody, may not post, reads why, and comes back as it was', async () => {
    const note = 'Send the extract from the register.';
    await line.json(['organizations', 'suspend', 'org-supplier', '--note', note]);
    await zone.settle();
    expect(await matches()).toEqual([]);
    const own = await zone.call('/v1/organization', { as: 'org-supplier' });
    expect(own.body).toMatchObject({ suspension: { note } });
    for (const path of ['/v1/offers', '/v1/offers/preview', '/v1/demands']) {
      const body = path === '/v1/demands' ? demandBody() : offerBody();
      expect(await zone.call(path, { method: 'POST', as: 'org-supplier', body })).toMatchObject({ status: 403 });
    }
    const preview = await zone.call('/v1/demands/preview', { method: 'POST', as: 'org-buyer', body: demandBody() });
    expect(preview.body).toMatchObject({ best: [] });
    const description = { name: 'Renamed', kind: 'private', jurisdiction: 'CN' };
    await zone.call('/v1/organization', { method: 'PUT', as: 'org-supplier', body: description });
    await zone.verify('org-supplier');
    expect((await zone.call('/v1/organization', { as: 'org-supplier' })).body).toMatchObject({ suspension: { note } });
    await line.json(['organizations', 'reinstate', 'org-supplier']);
    await zone.settle();
    expect(await matches()).toHaveLength(2);
    expect((await zone.call('/v1/organization', { as: 'org-supplier' })).body).not.toHaveProperty('suspension');
  });
});

describe('what is parked', () => {
  it('is listed without what it says, put back, and what fails again goes with a note', async () => {
    await park('MatchingRequestsDeadLetters', '{"secret":"Kanarienvogel"}');
    const { code, stdout } = await line.run(['parked', 'list']);
    expect(stdout).toMatch(/match-requests +\S+ +0 min +failed/);
    expect(stdout).not.toContain('Kanarienvogel');
    expect(code).toBe(3);
    expect(await line.json(['parked', 'redrive', '--queue', 'match-requests'])).toEqual({
      items: [{ queue: 'match-requests', putBack: 1, left: 0 }],
      isMore: false,
    });
    await zone.settle();
    const { items } = Items.parse(await line.json(['parked', 'list'], 3));
    expect(items).toMatchObject([{ queue: 'match-requests', reason: expect.stringContaining('specversion') }]);
    const gone = await line.run(['parked', 'delete', 'match-requests', items[0]?.id ?? '', '--note', 'Nonsense.']);
    expect(gone.code).toBe(0);
    expect((await line.run(['parked', 'list'])).code).toBe(0);
    const { items: audited } = Items.parse(await line.json(['audit', '--subject', 'zone.parked.match-requests']));
    expect(audited[0]).toMatchObject({ act: 'parked-deleted', messageId: items[0]?.id, note: 'Nonsense.' });
  });

  it('stays where it came from a table’s stream, and says so', async () => {
    await park('MatchingListingChangesDeadLetters', '{}');
    expect(await line.json(['parked', 'redrive'], 3)).toEqual({
      items: [{ queue: 'listing-changes', putBack: 0, left: 1 }],
      isMore: false,
    });
  });
});

describe('judging anew', () => {
  it('finds nothing where the record says what the judge says, whatever is asked for', async () => {
    expect(await line.json(['reconcile'])).toMatchObject({ state: 'done', asked: 2, judged: 2, changed: 0 });
    expect(await line.json(['replay', 'listing', offer])).toMatchObject({
      state: 'done',
      asked: 1,
      judged: 1,
      changed: 0,
    });
    expect(await line.json(['replay', 'organization', 'org-supplier'])).toMatchObject({ asked: 2, judged: 2 });
    expect((await line.run(['replay', 'listing', `offer-${'0'.repeat(32)}`])).code).toBe(1);
  });
});

describe('the export and the deletion of an organization', () => {
  const file = (name: string): string => join(folder, name);
  const linesIn = async (name: string) =>
    (await readFile(file(name), 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((text) => z.object({ table: z.string(), record: z.looseObject({}) }).parse(JSON.parse(text)));

  it('hands out all that is kept of it, and nothing of others beyond what it sees itself', async () => {
    const { counts } = z
      .object({ counts: z.record(z.string(), z.number()) })
      .parse(await line.json(['organizations', 'export', 'org-supplier', '--out', file('export.jsonl')]));
    expect(counts).toMatchObject({ organizations: 1, listings: 2 });
    const lines = await linesIn('export.jsonl');
    const kept = lines.filter(({ table }) => table === 'listings').map(({ record }) => record['id']);
    expect(kept).toContain(offer);
    const text = JSON.stringify(lines);
    for (const secret of ['org-buyer', 'org-hk', 'org-buyer@example.com', 'officer', 'Looked into'])
      expect(text).not.toContain(secret);
    expect(lines.filter(({ table }) => table === 'matches').map(({ record }) => record['role'])).toContain('supplier');
    expect((await stat(file('export.jsonl'))).mode & 0o777).toBe(0o600);
    expect((await line.run(['organizations', 'export', 'org-supplier', '--out', file('export.jsonl')])).code).toBe(2);
  });

  it('deletes it once it was named twice, tells of its ended matches, and proves it', async () => {
    const note = 'Asked for by letter.';
    const args = ['organizations', 'delete', 'org-supplier', '--note', note, '--out', file('proof.jws')];
    expect((await line.run([...args, '--confirm', 'org-buyer'])).code).toBe(2);
    const done = await line.json([...args, '--confirm', 'org-supplier', '--export', file('export.jsonl')]);
    expect(done).toMatchObject({ removed: { listings: 2, 'kept-matches': 3 } });
    await zone.settle();
    expect(await matches()).toEqual([]);
    expect(await zone.call(`/v1/offers/${offer}`, { as: 'org-supplier' })).toMatchObject({ status: 404 });
    const profile = { name: 'Back', kind: 'private', jurisdiction: 'CN' };
    expect(await zone.call('/v1/organization', { method: 'PUT', as: 'org-supplier', body: profile })).toMatchObject({
      status: 403,
    });
    const said = await line.json([
      'organizations',
      'proof',
      'verify',
      file('proof.jws'),
      '--export',
      file('export.jsonl'),
    ]);
    expect(said).toMatchObject({
      organization: 'org-supplier',
      note,
      by: { caller: 'zone' },
      removed: { listings: 2 },
    });
    await line.json(['organizations', 'export', 'org-supplier', '--out', file('after.jsonl')]);
    const left = await linesIn('after.jsonl');
    expect([...new Set(left.map(({ table }) => table))].toSorted()).toEqual(['audit', 'history', 'organizations']);
    expect(JSON.stringify(left)).not.toContain('org-supplier@example.com');
  });

  it('finds a proof out that was altered, and an export that is another', async () => {
    const proof = await readFile(file('proof.jws'), 'utf8');
    await writeFile(
      file('altered.jws'),
      proof.replace(/\.(.)/, (_, first: string) => `.${first === 'a' ? 'b' : 'a'}`),
    );
    const verify = ['organizations', 'proof', 'verify'];
    expect(await line.run([...verify, file('altered.jws')])).toMatchObject({ code: 3, stdout: '' });
    expect((await line.run([...verify, file('proof.jws'), '--export', file('after.jsonl')])).code).toBe(3);
  });
});
