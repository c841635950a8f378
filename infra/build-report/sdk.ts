import { buildSync } from 'esbuild';
import { bundling, root } from '../lambda/bundling.ts';
import type { Contents } from './contents.ts';

/** A client of the SDK, or one of the commands that it is sent, by the file that it is written in. */
const exported =
  /node_modules\/(@aws-sdk\/(?:client|lib)-[^/]+)\/dist-es\/(?:.*\/)?(\w+(?:Client|(?<!Client)Command))\.js$/;

/** Of which packages of clients a bundle holds which names. */
export function sdkParts(contents: Contents): ReadonlyMap<string, readonly string[]> {
  const found = [...contents.keys()].flatMap((file) => {
    const [, library, name] = exported.exec(file) ?? [];
    return library !== undefined && name !== undefined ? [{ library, name }] : [];
  });
  return new Map(
    [...Map.groupBy(found, ({ library }) => library)].map(([library, parts]) => [
      library,
      parts.map(({ name }) => name).toSorted(),
    ]),
  );
}

/** The services whose clients a bundle holds, as the SDK names them: `dynamodb`, `sqs` … */
export const clientsIn = (contents: Contents): readonly string[] =>
  [...sdkParts(contents).keys()].flatMap((library) => library.split('/client-').slice(1)).toSorted();

/** What in a bundle would ask for credentials where a Lambda has none: in files, at a metadata service, by a sign-in. */
export const providersIn = (contents: Contents): readonly string[] =>
  [...contents.keys()].filter((file) =>
    /@aws-sdk\/(credential-provider-(?!env\/)|nested-clients|token-providers)|@smithy\/credential-provider-imds/.test(
      file,
    ),
  );

type Aliases = Readonly<Record<string, string>>;

/** The bytes of a bundle of the SDK alone, with what another bundle holds of it. */
function bundleSdk(contents: Contents, outfile: string, alias: Aliases): number {
  // Two libraries may have commands of one name.
  const lines = [...sdkParts(contents)].map(
    ([library, names], index) =>
      `export { ${names.map((name) => `${name} as ${name}${index}`).join(', ')} } from '${library}';`,
  );
  const { outExtension: _, ...options } = { ...bundling, alias: { ...alias } };
  const { outputs } = buildSync({
    ...options,
    stdin: { contents: lines.join('\n'), resolveDir: root, sourcefile: 'sdk-alone.js' },
    outfile,
    metafile: true,
  }).metafile;
  return Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Writes a bundle of the SDK alone, with what another bundle holds of it and made in the same way. Answers its bytes. */
export const bundleSdkAlone = (contents: Contents, outfile: string): number =>
  bundleSdk(contents, outfile, bundling.alias);

/** The same with every way to sign in that the SDK comes with, of which our bundles hold the one that a Lambda has. */
export const bundleWholeSdk = (contents: Contents, outfile: string): number => bundleSdk(contents, outfile, {});
