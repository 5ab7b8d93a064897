/**
 * `npm test`: unit tests in Node, then everything a person sees in a real Chromium; beside them, real messengers
 * and Firefox. Those are left out, and said to be, where their servers or Firefox cannot be installed; with GURN_TEST_ALL=1
 * that is a failure.
 */
import { FIREFOX, MESSENGERS, run } from './run.ts';

await run(
  [
    ['vitest.config.ts', 'vitest.browser.config.ts'],
    [MESSENGERS, FIREFOX],
  ],
  { mayLeaveOut: process.env.GURN_TEST_ALL !== '1' },
);
