import { defineConfig } from 'vitest/config';

/** The suite on a real WordPress, started by tests/wordpress/run.ts: one site after the other, each step building on the one before. */
export default defineConfig({
  test: {
    include: ['tests/wordpress/*.suite.ts'],
    pool: 'forks',
    fileParallelism: false,
    bail: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
