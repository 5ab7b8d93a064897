/** A web site that is nothing but converse.js: its built files and a page that starts it. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoServer, serveDemo } from '../../../tools/demo-server.ts';
import { installPackages } from '../support/packages.ts';
import { HOST, ROOM } from './prosody.ts';

/** Who uses it stands in the address: `/?user=NAME&password=PASSWORD`. */
const page = (xmppPort: number): string => `<!doctype html>
<meta charset="utf-8">
<title>converse.js</title>
<link rel="stylesheet" href="/converse/converse.min.css">
<body class="converse-fullscreen">
<script type="module">
  import '/converse/converse.min.js';
  const user = new URLSearchParams(location.search);
  converse.initialize({
    assets_path: '/converse/',
    view_mode: 'fullscreen',
    singleton: true,
    auto_login: true,
    jid: user.get('user') + '@${HOST}',
    password: user.get('password'),
    websocket_url: 'ws://127.0.0.1:${xmppPort}/xmpp-websocket',
    discover_connection_methods: false,
    auto_join_rooms: [{ jid: '${ROOM}', nick: user.get('user') }],
    blacklisted_plugins: ['converse-omemo', 'converse-omemo-views', 'converse-push'],
    loglevel: 'warn',
  });
</script>`;

/** Serves it from `folder`, on a port of its own; the XMPP server is elsewhere, as it usually is. */
export async function serveConverse(folder: string, xmppPort: number): Promise<DemoServer> {
  const packages = join(installPackages('converse'), 'node_modules');
  await mkdir(folder, { recursive: true });
  await symlink(join(packages, 'converse.js/dist'), join(folder, 'converse'));
  await writeFile(join(folder, 'index.html'), page(xmppPort));
  return serveDemo(0, folder);
}
