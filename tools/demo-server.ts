/** Serves the built demo chat on this machine only: `tsx tools/demo-server.ts [port]`, 0 for any free port. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

export interface DemoServer {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly origin: string;
  close(): Promise<void>;
}

/** The file that a request's path names, or `undefined` when there is none inside the folder. */
function fileFor(folder: string, url: string): string | undefined {
  const { pathname } = new URL(url, 'http://127.0.0.1');
  const path = normalize(join(folder, pathname));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function answer(folder: string, url: string, response: ServerResponse): void {
  const file = fileFor(folder, url);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/** Serves a folder (the demo chat's, unless told) on 127.0.0.1. Rejects when the port is taken. */
export async function serveDemo(port = 0, folder = join(root, 'build/demo')): Promise<DemoServer> {
  const server = createServer((request, response) => answer(normalize(folder), request.url ?? '/', response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { origin } = await serveDemo(Number(process.argv[2] ?? 0));
  console.log(`The demo chat is at ${origin}/`);
}
