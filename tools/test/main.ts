/**
 * `npm test`: unit tests in Node, then everything a person sees in a real Chromium; beside them, insertion, real
 * messengers, Firefox, what is promised of privacy, and a part of what can break. Messengers and Firefox are left out,
 * and said to be, where their servers or Firefox cannot be installed; with GURN_TEST_ALL=1 that is a failure.
 */
import { BROWSER, FAULTS, FIREFOX, INSERTION, MESSENGERS, PRIVACY, run, UNIT } from './run.ts';

await run(
  [
    [UNIT, BROWSER],
    [INSERTION, MESSENGERS, FIREFOX, PRIVACY, FAULTS],
  ],
  { mayLeaveOut: process.env.GURN_TEST_ALL !== '1' },
);
