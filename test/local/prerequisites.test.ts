import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { javaComplaint, nodeComplaint } from '../../infra/local/prerequisites.mjs';

const run = promisify(execFile);
const file = fileURLToPath(new URL('../../infra/local/prerequisites.mjs', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-java-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The complaint on a machine where `java` is the given script, or is not there. */
async function complaintWith(script: string | undefined): Promise<string> {
  if (script !== undefined) {
    await writeFile(join(folder, 'java'), `#!/bin/sh\n${script}`);
    await chmod(join(folder, 'java'), 0o755);
  }
  const code = `import { javaComplaint } from ${JSON.stringify(pathToFileURL(file).href)};
    process.stdout.write(javaComplaint() ?? 'none');`;
  const PATH = script === undefined ? '/nowhere' : folder;
  return (await run(process.execPath, ['--input-type=module', '--eval', code], { env: { PATH } })).stdout;
}

/** A Java that tells a version and its modules. */
const java = (version: string, modules: string): string =>
  `case "$1" in --version) echo "${version}";; *) echo "${modules}";; esac`;

describe('what a machine lacks', () => {
  it('is a Node that is new enough', () => {
    expect(nodeComplaint('18.20.1')).toMatch(/needs Node.js 20 or later to install \(this is 18.20.1\)/);
    expect([nodeComplaint('20.0.0'), nodeComplaint('24.1.0'), nodeComplaint()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each<[string, string | undefined, RegExp]>([
    ['Java', undefined, /^There is no Java 17 on this machine\. .*apt-get install openjdk-17-jdk-headless/],
    ['a Java that starts', 'exit 1', /^There is no Java 17/],
    ['a newer Java', java('openjdk 11.0.22 2024-01-16', 'jdk.compiler@11'), /^Java 11 is too old\. .*17 JDK/],
    ['a newer Java than 8', 'echo "Unrecognized option: --version" >&2; exit 1', /^There is no Java 17/],
    ['a compiler', java('openjdk 21 2023-09-19', 'java.base@21'), /^Java here is a runtime without the compiler/],
    ['nothing', java('java 21.0.2 2024-01-16 LTS', 'java.base@21 jdk.compiler@21'), /^none$/],
  ])('is %s', async (_, script, sentence) => {
    expect(await complaintWith(script)).toMatch(sentence);
  });

  it('is nothing here, or these tests could not run', async () => {
    expect(javaComplaint()).toBeUndefined();
    expect(await run(process.execPath, [file])).toEqual({ stdout: '', stderr: '' });
  });
});
