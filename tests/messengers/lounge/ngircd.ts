/** ngIRCd: the network that The Lounge connects its users to. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findServer } from '../../../tools/servers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';

const config = (port: number, channel: string): string => `
[Global]
Name = irc.test.local
Info = Test network
Listen = 127.0.0.1
Ports = ${port}
[Limits]
MaxConnectionsIP = 0
[Options]
PAM = no
Ident = no
DNS = no
[Channel]
Name = ${channel}
`;

export async function startNgircd(folder: string, port: number, channel: string): Promise<Daemon> {
  const file = join(folder, 'ngircd.conf');
  await writeFile(file, config(port, channel), { mode: 0o644 });
  return startDaemon({
    command: findServer('ngircd'),
    args: ['--nodaemon', '--config', file],
    cwd: folder,
    port,
    user: 'irc',
  });
}
