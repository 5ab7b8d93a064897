/** Finds Chromium, or installs it with the system's package manager where that is possible without asking. */
import { spawnSync } from 'node:child_process';
import { findChromium, NoChromiumError } from '../chromium.ts';

const works = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The words before `apt-get`, or undefined when this user may not install. */
function privilege(): string[] | undefined {
  if (!works('apt-get', ['--version'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

function aptGet(prefix: string[], args: string[]): void {
  const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`"apt-get ${args.join(' ')}" failed; install chromium by hand and start again.`);
}

/** @throws NoChromiumError where there is none and it cannot be installed: its message says what to install. */
export function ensureChromium(): string {
  try {
    return findChromium();
  } catch (error) {
    const prefix = privilege();
    if (!(error instanceof NoChromiumError) || prefix === undefined) throw error;
    console.log('Installing Chromium (once) ...');
    aptGet(prefix, ['update', '-qq']);
    aptGet(prefix, ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    return findChromium();
  }
}
