import { configDefaults, defineConfig } from 'vitest/config';

/** Real Chromium. One file at a time: browsers share two cores, and a camera test must not starve. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    // See vitest.insertion.config.ts.
    exclude: [...configDefaults.exclude, 'tests/browser/insert/**'],
    globalSetup: ['tests/browser/support/build.ts'],
    fileParallelism: false,
    // Another program on a busy machine may steal the seconds that a camera needs; the report says what was tried again.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
