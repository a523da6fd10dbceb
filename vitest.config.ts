import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/suite/**', 'test/e2e/**', 'test/webview/**', 'node_modules/**'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 20_000,
    // Loading every module anew for each file takes three times as long as the tests themselves.
    isolate: false,
    maxWorkers: '100%',
  },
});
