import { join } from 'node:path';
import { bundleLambdas } from '../build-report/bundle-lambdas.ts';
import { median } from '../build-report/import-time.ts';
import { lookAt } from '../build-report/look-at.ts';
import type { Line } from '../build-report/report.ts';
import { zoneLambdas } from '../build-report/zone-lambdas.ts';
import { lambdaFolders } from '../lambda/bundling.ts';
import type { Figure } from './figure.ts';

const runs = 5;
/** What a Lambda behind the API may be of the size of its SDK clients alone. */
const mostOfSdk = 1.3;

const sizeOf = ({ lambda, answersApi, ratio = 0 }: Line): Figure => ({
  part: 'bundles',
  what: `${lambda}, size against its SDK clients alone`,
  value: ratio,
  unit: 'times',
  ...(answersApi && { atMost: mostOfSdk }),
});

/** How large the Lambdas are and how long they take to load, against the SDK clients that they hold. */
export async function measureBundles(assembly: string, tell: (sentence: string) => void): Promise<readonly Figure[]> {
  const deployed = zoneLambdas(assembly);
  const lines: Line[] = [];
  const bundles = bundleLambdas(lambdaFolders(), join(assembly, 'bundles'));
  for (const [at, bundle] of bundles.entries()) {
    tell(`Loading ${bundle.lambda}, ${at + 1} of ${bundles.length}.`);
    const line = await lookAt(bundle, { deployed, runs, folder: assembly });
    if (line?.ratio !== undefined) lines.push(line);
  }
  const loads = lines.flatMap(({ importMs, sdkImportMs }) => (importMs && sdkImportMs ? [importMs / sdkImportMs] : []));
  return [
    ...lines.map(sizeOf),
    {
      part: 'bundles',
      what: 'size against the SDK clients as they come, with every way to sign in, the middle of those of the API',
      value: median(lines.flatMap(({ answersApi, wholeRatio }) => (answersApi && wholeRatio ? [wholeRatio] : []))),
      unit: 'times',
    },
    {
      part: 'bundles',
      what: 'time to load against the SDK clients alone, the middle of all',
      value: median(loads),
      unit: 'times',
    },
  ];
}
