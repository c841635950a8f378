import { defineConfig } from 'vitest/config';
import { standardNames } from './domain/access/token-names.ts';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/assembly.ts'],
    // Tests that start a zone share two cores, but mostly wait: files run a few at a time, and waiting is bounded, not short.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // What every Lambda behind the API is told.
    env: { CLAIM_NAMES: JSON.stringify(standardNames) },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: '.zone/test-report.json' }]],
  },
});
