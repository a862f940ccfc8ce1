import { defineConfig } from 'vitest/config';

/** Slow proofs of rare things; `npm run test:long` and .ci/run run them, `npm test` leaves them out. */
export const LONG = [
  'tests/cli/probe.test.ts',
  'tests/faults/faults.test.ts',
  'tests/normalizer/break-the-page.test.ts',
  'tests/normalizer/readers/isolation.test.ts',
  'tests/scraper/browser.test.ts',
  'tests/scraper/hostile.test.ts',
  'tests/scraper/memory.test.ts',
  'tests/scraper/nights.test.ts',
];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: LONG,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
