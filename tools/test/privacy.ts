/**
 * `npm run test:privacy`: that nothing leaves the machine, and the camera is on only while a view is open. With
 * GURN_PRIVACY_MINUTES=10 everything Gurn can do is done over and over for ten minutes.
 */
import { PRIVACY, run } from './run.ts';

await run([[PRIVACY]], { mayLeaveOut: false });
