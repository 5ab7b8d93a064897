import { missingServers, NoServersError } from '../servers.ts';
import { aptInstall, mayInstall } from '../start/apt.ts';

/**
 * Makes sure that the chat servers are there: installs them where that is possible without asking.
 * @throws NoServersError where it is not, or where it did not help: the message says what to install.
 */
export function ensureServers(): void {
  const missing = missingServers();
  if (missing.length === 0) return;
  if (!mayInstall()) throw new NoServersError(missing);
  console.log(`Installing ${missing.join(' and ')} (once) ...`);
  aptInstall(missing);
  const still = missingServers();
  if (still.length > 0) throw new NoServersError(still);
}
