/** `npm run test:firefox`: the job, the camera's light, the editors and The Lounge, in a real Firefox. */
import { FIREFOX, run } from './run.ts';

await run([[FIREFOX]], { mayLeaveOut: false });
