/** Debian's package manager, where it may be used without asking. */
import { spawnSync } from 'node:child_process';

const works = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The words before `apt-get`, or undefined when this user may not install. */
function privilege(): string[] | undefined {
  if (!works('apt-get', ['--version'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

export const mayInstall = (): boolean => privilege() !== undefined;

/**
 * A package of a server starts it at once and at every boot. The policy file is Debian's way to forbid the first; the
 * second is switched off for every service that came with the installation.
 */
const SCRIPT = `set -e
policy=/usr/sbin/policy-rc.d
before=$(ls /etc/init.d)
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' >"$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@"
for service in $(ls /etc/init.d); do
  case " $(echo $before) " in *" $service "*) ;; *) update-rc.d "$service" disable ;; esac
done`;

/** Thrown when apt-get fails. The message says what to install by hand. */
export class AptError extends Error {
  readonly code = 'apt-failed';
  constructor(packages: readonly string[]) {
    const names = packages.join(' ');
    super(`"apt-get install ${names}" failed; install ${names} by hand and start again.`);
  }
}

/** Installs Debian packages; no service is started, now or at boot. @throws AptError */
export function aptInstall(packages: readonly string[]): void {
  const [command = 'sh', ...rest] = [...(privilege() ?? []), 'sh', '-c', SCRIPT, 'sh', ...packages];
  const { status } = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new AptError(packages);
}
