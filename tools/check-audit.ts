/** `npm run check:audit`: fails when the registry knows of a weakness in what ships, and says so when it cannot be asked. */
import { askRegistry } from './supply/audit.ts';
import { say } from './supply/say.ts';

const audit = askRegistry();
if (audit.asked) say('Audit: the registry knows of no weakness in what ships', audit.findings);
else console.warn(`Audit: NOT ASKED, so nothing is known. The registry did not answer: ${audit.why}`);
