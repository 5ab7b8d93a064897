import { defineConfig } from 'vitest/config';

/** Real chat servers and real browsers, one messenger at a time. */
export default defineConfig({
  test: {
    include: ['tests/messengers/**/*.test.ts'],
    globalSetup: ['tests/browser/support/build.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
