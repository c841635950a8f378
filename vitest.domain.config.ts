import { defineConfig } from 'vitest/config';

/** The rules alone, with no zone started and no file apart from the others: what mutation testing runs over and over. */
export default defineConfig({
  test: { include: ['test/domain/**/*.test.ts'], isolate: false, fileParallelism: false, testTimeout: 60_000 },
});
