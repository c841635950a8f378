/**
 * Mutation testing of the rules, run by hand: `npm run mutate`, or for some files `npm run mutate -- -m 'domain/matching/criteria/*.ts'`.
 * The last results are kept in .zone/, and what has not changed since is not run again; `--force` runs all.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.domain.config.ts', related: false },
  // reasons/ and names.ts are sentences and names, which no test restates word by word.
  mutate: [
    'domain/{matching,vocabulary}/**/*.ts',
    '!domain/matching/{reasons,reasons/*}.ts',
    '!domain/vocabulary/names.ts',
  ],
  coverageAnalysis: 'perTest',
  // What runs once when a module is loaded, each mutant of it would need a process of its own: schemas, tables and lists.
  ignoreStatic: true,
  concurrency: 2,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  incremental: true,
  incrementalFile: '.zone/mutation-incremental.json',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: '.zone/mutation.json' },
  tempDirName: '.zone/stryker',
  ignorePatterns: ['cdk.out', 'coverage', '.zone'],
  // No such file: Stryker reads it by an API that TypeScript 7 has no more, and only to mend paths that this one has not.
  tsconfigFile: 'tsconfig.stryker.json',
  thresholds: { high: 90, low: 80, break: null },
};
