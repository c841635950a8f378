import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listenLocally } from '../../infra/local/listen.ts';
import { childrenOf, isAlive, isLoopback, listeningAddresses } from './sockets.ts';
import { until } from './until.ts';

const cli = fileURLToPath(new URL('../../infra/local/cli.ts', import.meta.url));
const Ready = z.strictObject({ api: z.url(), mailbox: z.url(), tokenEndpoint: z.url(), control: z.url() });

/** A run of the CLI, with what it has written so far. */
class Run {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.child = child;
    this.ended = once(child, 'close').then(() => child.exitCode);
  }

  get process(): number {
    return this.child.pid ?? 0;
  }

  get java(): number {
    return childrenOf(this.process, 'java')[0] ?? 0;
  }

  /** Waits until it has told where everything is; synthesizing takes most of it. */
  async ready(): Promise<z.infer<typeof Ready>> {
    const announced = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.stdout.includes('\n')) resolve();
      };
      this.child.stdout?.on('data', look);
      look();
    });
    await Promise.race([announced, this.ended]);
    if (!this.stdout.includes('\n')) throw new Error(this.stderr);
    return Ready.parse(JSON.parse(this.stdout));
  }
}

describe('a zone at the terminal', () => {
  let run: Run;

  beforeAll(async () => {
    run = new Run(['--json', '--zone', 'cn-jjj-bigdata']);
    await run.ready();
  });
  afterAll(() => {
    run?.child.kill('SIGKILL');
  });

  it('writes one line of JSON for scripts, and everything else for people', async () => {
    const { api, control } = await run.ready();
    expect(run.stdout.split('\n')).toHaveLength(2);
    expect(run.stderr).toContain('Synthesizing the zone cn-jjj-bigdata.');
    expect((await fetch(`${control}/health`)).status).toBe(200);
    expect((await fetch(`${api}/v1/nothing`)).status).toBe(404);
  });

  it('listens on 127.0.0.1 alone', () => {
    const addresses = [...listeningAddresses(run.process), ...listeningAddresses(run.java)];
    expect(addresses.length).toBeGreaterThanOrEqual(8);
    expect(addresses.filter((address) => !isLoopback(address))).toEqual([]);
  });

  it('ends with 0 within seconds of Ctrl-C, and takes DynamoDB Local with it', async () => {
    const { java } = run;
    expect(isAlive(java)).toBe(true);
    const begun = Date.now();
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(isAlive(java)).toBe(false);
    expect(run.stdout.split('\n')).toHaveLength(2);
  });
});

it('leaves no DynamoDB Local where it is killed', async () => {
  const server = new URL('../../infra/local/dynamodb/server.ts', import.meta.url).href;
  const code = `await (await import('${server}')).startDynamoDb(); console.log('started');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const java = childrenOf(child.pid ?? 0, 'java')[0] ?? 0;
  expect(isAlive(java)).toBe(true);
  child.kill('SIGKILL');
  await until('the end of DynamoDB Local', () => !isAlive(java));
});

it('ends with 0, and soon, where Ctrl-C comes while it is still synthesizing', async () => {
  const run = new Run([]);
  await until('the first line', () => run.stderr.includes('Synthesizing'));
  const begun = Date.now();
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(0);
  expect(Date.now() - begun).toBeLessThan(5000);
  expect([run.stdout, run.stderr]).toEqual(['', 'Synthesizing the zone cn-bj-data-pilot.\n']);
});

describe.concurrent('what cannot be done is told in a sentence, with 2:', () => {
  it.each<[string, readonly string[], string]>([
    ['an option that there is not', ['--colour'], "Unknown option '--colour'"],
    ['a word too many', ['zone'], "Unexpected argument 'zone'"],
    ['a port that is a word', ['--port', 'http'], '--port http is no port'],
    ['a port that is too large', ['--port', '65536'], '--port 65536 is no port'],
    ['an empty port', ['--port', ''], '--port  is no port'],
    ['a zone that there is not', ['--zone', 'nowhere', '--json'], 'nowhere'],
  ])('%s', async (_, args, sentence) => {
    const run = new Run(args);
    expect(await run.ended).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it('a port that is in use', async () => {
    const other = await listenLocally(createServer(), 0);
    const { port } = new URL(other.address);
    const run = new Run(['--port', port]);
    expect(await run.ended).toBe(2);
    expect(run.stderr).toContain(`Port ${port} is in use; choose another with --port`);
    expect(run.stderr).not.toContain('Synthesizing');
    await other.stop();
  });
});

it('explains itself', async () => {
  const run = new Run(['--help']);
  expect(await run.ended).toBe(0);
  for (const option of ['--zone', '--port', '--json', '--logs']) expect(run.stdout).toContain(option);
  expect(run.stderr).toBe('');
});

it('says what is missing where there is no Java', async () => {
  const run = new Run(['--json'], { ...process.env, PATH: '/nowhere' });
  expect(await run.ended).toBe(1);
  expect([run.stdout, run.stderr]).toEqual(['', expect.stringMatching(/There is no Java 17.*openjdk-17/)]);
});
