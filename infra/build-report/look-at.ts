import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, gzippedBytes } from './bundle-lambdas.ts';
import { byPackage } from './contents.ts';
import { importTimes } from './import-time.ts';
import type { Line } from './report.ts';
import { bundleSdkAlone, bundleWholeSdk, clientsIn } from './sdk.ts';
import type { ZoneLambda } from './zone-lambdas.ts';

type Work = {
  readonly deployed: readonly ZoneLambda[];
  readonly runs: number;
  readonly folder: string;
};

/** Looks at one bundle; undefined where the zone has no such Lambda. Throws LocalFailure where it cannot be loaded. */
export async function lookAt(bundle: Bundle, { deployed, runs, folder }: Work): Promise<Line | undefined> {
  const { lambda, file, bytes, contents } = bundle;
  const code = readFileSync(file, 'utf8');
  const own = deployed.find((candidate) => candidate.code === code);
  if (own === undefined) return undefined;
  const said = {
    lambda,
    answersApi: own.answersApi,
    bytes,
    bytesGzipped: gzippedBytes(file),
    clients: clientsIn(contents),
    packages: byPackage(contents),
  };
  const bundled = { file, variables: own.variables };
  if (said.clients.length === 0) {
    const [importMs] = await importTimes([bundled], runs);
    return { ...said, ...(runs > 0 && { importMs }) };
  }
  const alone = { file: join(folder, `sdk-of-${lambda}.mjs`), variables: {} };
  const sdkBytes = bundleSdkAlone(contents, alone.file);
  const wholeSdkBytes = bundleWholeSdk(contents, join(folder, `whole-sdk-of-${lambda}.mjs`));
  const [importMs, sdkImportMs] = await importTimes([bundled, alone], runs);
  return {
    ...said,
    sdkBytes,
    ratio: bytes / sdkBytes,
    wholeSdkBytes,
    wholeRatio: bytes / wholeSdkBytes,
    ...(runs > 0 && { importMs, sdkImportMs }),
  };
}
