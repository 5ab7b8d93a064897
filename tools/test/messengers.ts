/** `npm run test:messengers`: real chat servers, two users. */
import { MESSENGERS, run } from './run.ts';

await run([[MESSENGERS]], { mayLeaveOut: false });
