import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { bundling, entriesOf, lambdaFolders, root } from './bundling.ts';

let built: string | undefined;

/** Bundles every Lambda at once, and once a process: what they share is read a single time. Answers the folder with one folder each. */
function bundleAll(): string {
  if (built !== undefined) return built;
  const outdir = mkdtempSync(join(tmpdir(), 'zonematch-bundles-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  buildSync({ ...bundling, ...entriesOf(lambdaFolders(), outdir) });
  built = outdir;
  return outdir;
}

/** A Lambda's code: the bundle of its folder's handler.ts, and beside it the files given, by path. */
export const bundledCode = (folder: string, files: readonly string[] = []): Code =>
  Code.fromAsset(join(root, 'functions', folder), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for, and never used: what follows is done in its place.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle(output) {
          cpSync(join(bundleAll(), folder), output, { recursive: true });
          for (const file of files) cpSync(file, join(output, basename(file)));
          return true;
        },
      },
    },
  });
