import { defineConfig } from 'vitest/config';

// One process shares its modules among all test files: thousands of check examples run in seconds.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'tools/**/*.test.ts',
      'conformance/**/*.test.ts',
    ],
    pool: 'threads',
    isolate: false,
    // A loaded machine is not a failure; a test that hangs is.
    testTimeout: 60_000,
    reporters: ['default'],
  },
});
