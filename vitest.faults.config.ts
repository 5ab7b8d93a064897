import { configDefaults, defineConfig } from 'vitest/config';

/** Minutes each, mostly of waiting for SwiftShader to be a GPU and for browsers to start: only when all is asked for. */
const LONG =
  process.env.GURN_FAULTS === 'every' ? [] : ['gpu', 'damaged'].map((name) => `tests/faults/${name}.test.ts`);

/** Things that break, in real Chromium. One file at a time: browsers share two cores, and a camera must not starve. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...LONG],
    globalSetup: ['tests/browser/support/build.ts'],
    fileParallelism: false,
    // Another program on a busy machine may steal the seconds that a camera needs; the report says what was tried again.
    retry: process.env.CI ? 1 : 0,
    // One test goes through all steps of a flow, each with a death and a recovery.
    testTimeout: 600_000,
    hookTimeout: 180_000,
  },
});
