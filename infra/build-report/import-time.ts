import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';

const run = promisify(execFile);

/** Loads one module, and says how many milliseconds that took. */
const load = 'const begun = performance.now(); await import(process.argv[1]); console.log(performance.now() - begun);';

/** What a Lambda finds in its environment beside its own variables, as far as loading asks for it. */
const fromRuntime = { AWS_REGION: 'cn-north-1', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512', TZ: ':UTC' };

type Loaded = { readonly file: string; readonly variables: Readonly<Record<string, string>> };

async function once({ file, variables }: Loaded): Promise<number> {
  const args = ['--input-type=module', '--eval', load, pathToFileURL(file).href];
  try {
    const { stdout } = await run(process.execPath, args, { env: { ...variables, ...fromRuntime } });
    return Number(stdout);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const [first = said] = said.split('\n').filter((line) => /^\w*(Error|Incomplete)\b/.test(line));
    throw new LocalFailure(`${file} cannot be loaded: ${first}`);
  }
}

/** The middle of the times given. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? Number.NaN) + (sorted[Math.ceil(at)] ?? Number.NaN)) / 2;
}

/**
 * How many milliseconds each of the modules takes to load in a process of its own: the median of so many runs, in which they
 * take turns, so that whatever else the machine does meets all of them. Throws LocalFailure where one cannot be loaded.
 */
export async function importTimes(modules: readonly Loaded[], runs: number): Promise<readonly number[]> {
  const times: number[][] = modules.map(() => []);
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, module] of modules.entries()) times[index]?.push(await once(module));
  }
  return times.map(median);
}
