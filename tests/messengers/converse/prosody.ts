/** Prosody: the XMPP server behind converse.js, with one room and a store for uploaded files. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findServer } from '../../../tools/servers.ts';
import { as, type Daemon, isRoot, startDaemon } from '../support/daemon.ts';

export const HOST = 'localhost';
export const ROOM = `memes@conference.${HOST}`;

/** Prosody refuses to run as root; its package brings this user. */
const USER = 'prosody';

export interface ProsodyOptions {
  readonly folder: string;
  readonly ports: { readonly http: number; readonly xmpp: number };
  readonly accounts: readonly { readonly name: string; readonly password: string }[];
  /** The largest upload, in bytes. */
  readonly maxFileSize: number;
}

const config = ({ folder, ports, maxFileSize }: ProsodyOptions): string => `
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
interfaces = { "127.0.0.1" }
c2s_ports = { ${ports.xmpp} }
s2s_ports = {}
https_ports = {}
http_ports = { ${ports.http} }
http_interfaces = { "127.0.0.1" }
http_default_host = "${HOST}"
http_external_url = "http://127.0.0.1:${ports.http}/"
modules_enabled = { "roster", "saslauth", "disco", "websocket", "pep", "carbons", "posix" }
modules_disabled = { "s2s", "tls" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
cross_domain_websocket = true
authentication = "internal_plain"
storage = "internal"
VirtualHost "${HOST}"
Component "upload.${HOST}" "http_file_share"
  http_host = "${HOST}"
  http_file_share_access = { "${HOST}" }
  http_file_share_size_limit = ${maxFileSize}
Component "conference.${HOST}" "muc"
`;

/** Starts it in the folder, with the accounts. */
export async function startProsody(options: ProsodyOptions): Promise<Daemon> {
  const { folder, ports, accounts } = options;
  const file = join(folder, 'prosody.cfg.lua');
  await mkdir(join(folder, 'data'));
  await writeFile(file, config(options));
  if (isRoot()) execFileSync('chown', ['--recursive', USER, folder]);
  const control = ['--', findServer('prosodyctl'), '--config', file];
  for (const { name, password } of accounts) {
    execFileSync('setpriv', [...as(USER), ...control, 'register', name, HOST, password], {
      cwd: folder,
      stdio: 'pipe',
    });
  }
  return startDaemon({
    command: findServer('prosody'),
    args: ['--config', file, '-F'],
    cwd: folder,
    port: ports.http,
    user: USER,
  });
}
