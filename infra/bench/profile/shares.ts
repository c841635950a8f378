import * as z from 'zod';

/** Whose work the processor's time is spent on. */
export type Owner = 'own' | 'sdk' | 'zod' | 'lambda' | 'other' | 'node' | 'around' | 'garbage';

/** Of a profile of V8 (Chrome DevTools Protocol, "Profiler.Profile") what tells where the time went. Lines and columns count from 0. */
const Profile = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.int(),
        columnNumber: z.int(),
      }),
    }),
  ),
  samples: z.array(z.int()),
  /** Microseconds since the sample before. */
  timeDeltas: z.array(z.int()),
});
export type Profile = z.infer<typeof Profile>;
type CallFrame = Profile['nodes'][number]['callFrame'];

/** The name of a function as V8 writes it: quotes, backslashes and ends of lines as they are, which is no JSON. */
const writtenName = /"functionName":"(.*?)","lineNumber":/gs;

/** Reads a profile as V8 writes it (`worker.startCpuProfile`), such as one that saw a regular expression at work. */
export function readProfile(text: string): Profile {
  const json = text.replace(writtenName, (_, name: string) => `"functionName":${JSON.stringify(name)},"lineNumber":`);
  return Profile.parse(JSON.parse(json));
}

/** Where a function of a bundle was written; undefined of what is no bundle's. */
export type Origin = (url: string, line: number, column: number) => string | undefined;

const packages: readonly (readonly [RegExp, Owner])[] = [
  [/node_modules\/(@aws-sdk|@smithy|@aws\/)/, 'sdk'],
  [/node_modules\/zod\//, 'zod'],
  [/node_modules\/(@middy|@aws-lambda-powertools|middy)/, 'lambda'],
  [/node_modules\//, 'other'],
];

function ownerOf({ functionName, url, lineNumber, columnNumber }: CallFrame, origin: Origin) {
  // What is in no function may wait for a processor as well as work.
  if (['(idle)', '(root)', '(program)'].includes(functionName)) return undefined;
  if (functionName === '(garbage collector)') return 'garbage';
  // Of what bundles hold, zod alone makes functions while it runs; those of Node itself have no line.
  if (url === '' && lineNumber >= 0) return 'zod';
  if (url === '' || url.startsWith('node:')) return 'node';
  const file = origin(url, lineNumber, columnNumber);
  if (file === undefined) return 'around';
  return packages.find(([pattern]) => pattern.test(file))?.[1] ?? 'own';
}

/** The samples of all profiles by whose they are, by the time that they stand for, in shares of 1; what stood idle counts for nothing. */
export function sharesOf(profiles: readonly Profile[], origin: Origin): ReadonlyMap<Owner, number> {
  const times = new Map<Owner, number>();
  let all = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame, origin)]));
    samples.forEach((id, at) => {
      const owner = owners.get(id);
      if (!owner) return;
      const taken = Math.max(0, timeDeltas[at] ?? 0);
      times.set(owner, (times.get(owner) ?? 0) + taken);
      all += taken;
    });
  }
  return new Map([...times].map(([owner, time]) => [owner, time / all]));
}
