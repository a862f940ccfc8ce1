import { defineConfig } from 'vitest/config';

/** Slow proofs of rare things; `npm run test:long` and .ci/run run them, `npm test` leaves them out. */
export const LONG = [
  'tests/cli/probe.test.ts',
  'tests/faults/faults.test.ts',
  'tests/nights/**/*.test.ts',
  'tests/normalizer/break-the-page.test.ts',
  'tests/normalizer/outputs/documentation.test.ts',
  'tests/normalizer/readers/isolation.test.ts',
  'tests/normalizer/workers.test.ts',
  'tests/patterns.test.ts',
  'tests/scraper/browser.test.ts',
  'tests/scraper/hostile.test.ts',
  'tests/scraper/memory.test.ts',
  'tests/scraper/nights.test.ts',
  'tests/site/browser.test.ts',
];

/** Whole runs, which write to the process (its folder, its output, Eleventy's own state), and proofs that measure CPU time: each file gets a process of its own. */
const APART = [
  'tests/cli/**/*.test.ts',
  'tests/sample/**/*.test.ts',
  'tests/site/**/*.test.ts',
  'tests/normalizer/takedown.test.ts',
  'tests/normalizer/dates/find-dates.test.ts',
  'tests/**/hostile*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude: LONG } },
      // Pure rules and small servers share a process: half of their time went into loading the same modules again.
      {
        extends: true,
        test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: [...LONG, ...APART], isolate: false },
      },
    ],
  },
});
