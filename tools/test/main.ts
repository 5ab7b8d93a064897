/**
 * `npm test`: unit tests in Node, then everything a person sees in a real Chromium; beside them, insertion, real
 * messengers, Firefox and what is promised of privacy. Messengers and Firefox are left out, and said to be, where their
 * servers or Firefox cannot be installed; with GURN_TEST_ALL=1 that is a failure.
 */
import { BROWSER, FIREFOX, INSERTION, MESSENGERS, PRIVACY, run, UNIT } from './run.ts';

await run(
  [
    [UNIT, BROWSER],
    [INSERTION, MESSENGERS, FIREFOX, PRIVACY],
  ],
  { mayLeaveOut: process.env.GURN_TEST_ALL !== '1' },
);
