import { defineConfig } from 'vitest/config';

/** Real Firefox, one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/firefox/**/*.test.ts'],
    globalSetup: ['tests/firefox/support/build.ts'],
    fileParallelism: false,
    // Another program on a busy machine may steal the seconds that a camera needs; the report says what was tried again.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
