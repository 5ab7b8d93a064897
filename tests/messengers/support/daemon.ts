/** A server that runs as long as the test does and not a moment longer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../../browser/support/eventually.ts';
import { isListening } from './ports.ts';

export interface DaemonOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** It is ready when it listens here. */
  readonly port: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Who it runs as when the tests run as root. */
  readonly user?: string;
}

export interface Daemon {
  /** Stops answering without closing a connection, as a machine that hangs does; `stop` ends it all the same. */
  freeze(): void;
  /** Ends it at once, as a crash does. */
  stop(): Promise<void>;
}

/** Thrown when a server ends before it listens. The message ends with what it printed. */
export class DaemonError extends Error {
  readonly code = 'daemon-failed';
  constructor(command: string, printed: string) {
    super(`${command} did not start. It printed:\n${printed.slice(-2000)}`);
  }
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The words before a command that make it run as this user, where that can be chosen. */
export const as = (user: string | undefined): string[] =>
  user !== undefined && isRoot() ? ['--reuid', user, '--regid', user, '--clear-groups'] : [];

/**
 * Starts a server in the foreground. setpriv (util-linux) asks the kernel to kill it when this process dies, also when
 * that happens too suddenly for any clean-up.
 *
 * @throws DaemonError
 */
export async function startDaemon({ command, args, cwd, port, env, user }: DaemonOptions): Promise<Daemon> {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...as(user), '--', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (data: Buffer): void => {
    printed = (printed + data.toString()).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.once('error', (error) => keep(Buffer.from(error.message)));
  const ended = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

  await eventually(async () => ended() || (await isListening(port)), Boolean, 60_000);
  if (ended()) throw new DaemonError(command, printed);
  return {
    freeze: () => child.kill('SIGSTOP'),
    async stop() {
      if (ended()) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
