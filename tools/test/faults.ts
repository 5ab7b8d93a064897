/** `npm run test:faults`: everything that can break, at every step of adding, matching and inserting. */
import { FAULTS, run } from './run.ts';

process.env.GURN_FAULTS ??= 'every';
await run([[FAULTS]], { mayLeaveOut: false });
