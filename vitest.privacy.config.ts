import { defineConfig } from 'vitest/config';

/** What the extension promises of privacy, held in a real Chromium: docs/privacy.md says which test holds what. */
export default defineConfig({
  test: {
    include: ['tests/privacy/**/*.test.ts'],
    globalSetup: ['tests/browser/support/build.ts'],
    fileParallelism: false,
    retry: process.env.CI ? 1 : 0,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
