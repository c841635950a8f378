import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** Where the code is that gets bundled. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How Lambdas are bundled: all of them, and whatever their bundles are compared with. */
export const bundling = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  // A twentieth of a bundle. By these names logs, reasons in dead-letter queues and stack traces say what went wrong.
  keepNames: true,
  // Chinese as it is: escaped it is twice as long.
  charset: 'utf8',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': at('stand-ins/environment-credentials.ts'),
    // Of the two servers of react-dom mails need the one that writes a whole text at once.
    'react-dom/server': at('../../node_modules/react-dom/cjs/react-dom-server-legacy.node.production.js'),
  },
  // Libraries have a second self for development: it is neither bundled nor run. The SDK travels with the code: what was
  // tested is what runs.
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'error',
} as const satisfies BuildOptions;

/** The folders under functions/ that are a Lambda. */
export const lambdaFolders = (): readonly string[] =>
  globSync('functions/*/handler.ts', { cwd: root }).map((handler) => basename(dirname(handler)));

/** What is bundled of these Lambdas, and where to: a folder each. */
export const entriesOf = (folders: readonly string[], outdir: string) => ({
  entryPoints: folders.map((folder) => `functions/${folder}/handler.ts`),
  outdir,
  outbase: 'functions',
  entryNames: '[dir]/index',
});
