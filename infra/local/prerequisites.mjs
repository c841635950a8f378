// Plain JavaScript, so that any Node can read it: it runs before anything is installed, and says what a machine lacks.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Java as the machine has it: the first one on the PATH. */
export const javaCommand = 'java';

/** A sentence on what is missing and how to get it, or undefined where Node is new enough to install with. */
export function nodeComplaint(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= 20) return undefined;
  return `Zonematch needs Node.js 20 or later to install (this is ${version}); get it from https://nodejs.org or your system's packages.`;
}

const howToGetJava =
  'DynamoDB Local needs a Java 17 JDK or later: on Debian or Ubuntu "apt-get install openjdk-17-jdk-headless", on macOS "brew install openjdk@17", elsewhere see https://adoptium.net.';

/** A sentence on what is missing and how to get it, or undefined where DynamoDB Local can run. */
export function javaComplaint() {
  let version;
  let modules;
  try {
    version = execFileSync(javaCommand, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    modules = execFileSync(javaCommand, ['--list-modules'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return `There is no Java 17 on this machine. ${howToGetJava}`;
  }
  const major = Number(/\b(\d+)(\.|\s|$)/.exec(version)?.[1]);
  if (major < 17) return `Java ${major} is too old. ${howToGetJava}`;
  if (!modules.includes('jdk.compiler')) return `Java here is a runtime without the compiler (a JRE). ${howToGetJava}`;
  return undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaint = nodeComplaint();
  if (complaint) {
    process.stderr.write(`${complaint}\n`);
    process.exitCode = 1;
  }
}
