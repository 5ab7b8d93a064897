import { defineConfig } from 'vitest/config';
import browser from './vitest.browser.config.ts';

/** Insertion in real Chromium, apart from the rest, so that it can run beside it: most of it is waiting for message boxes. */
export default defineConfig({
  test: { ...browser.test, include: ['tests/browser/insert/**/*.test.ts'], exclude: [] },
});
