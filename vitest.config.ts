import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of the built site: they share one production build. */
const SITE = ['test/site/**/*.test.ts', 'test/journeys/**/*.test.ts', 'test/forge/**/*.test.ts'];

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.{ts,tsx,js}'],
      exclude: ['lib/sandbox/serve.ts', 'lib/sandbox/demo.ts', '**/dist/**'],
      reporter: ['text-summary', 'json-summary'],
    },
    maxWorkers: 2,
    // `.ci/run` reads the counts from the report.
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: process.env.TEST_REPORT ?? 'test/.output/report.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...SITE, 'test/.output/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: SITE,
          globalSetup: ['test/support/build-site.ts'],
          setupFiles: ['test/support/guard-policy.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
