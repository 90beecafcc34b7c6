// Which test belongs to which suite. A test file that belongs to none would never run: tests/architecture.test.ts refuses it.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { SUITES } from './scripts/testing/suites.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: 2,
    setupFiles: ['./tests/property-seed.ts'],
    passWithNoTests: false,
    projects: SUITES.map((suite) => ({
      extends: true as const,
      test: {
        name: suite.name,
        include: [...suite.include],
        ...(suite.database ? { globalSetup: ['./tests/postgres.setup.ts'] } : {}),
        exclude: ['**/node_modules/**', ...(suite.exclude ?? [])],
        // Also when files are named by hand: two at once would build, or fill the disk, under each other.
        fileParallelism: suite.workers > 1,
        testTimeout: suite.timeout,
        hookTimeout: suite.timeout,
        // What is waited for comes late on a slow machine; a test's own limit ends the waiting.
        expect: { poll: { timeout: 15_000 } },
      },
    })),
  },
});
