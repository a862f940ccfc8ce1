import { defineConfig } from 'vitest/config';
import { LONG } from './vitest.config.ts';

export default defineConfig({
  test: { include: LONG, pool: 'forks', maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 },
});
