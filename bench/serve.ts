/** Serves folders and files to a page on this machine. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Addresses that begin with the prefix lie in the folder; of several, the first counts. A file's prefix is its address. */
export type Place = readonly [prefix: string, path: string];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** The page is isolated from others: threads for those who use them, and a clock that counts in 5 µs. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

function fileFor(places: readonly Place[], address: string): string | undefined {
  const path = normalize(address === '/' ? '/index.html' : address);
  const [prefix, place] = places.find(([start]) => path.startsWith(start)) ?? [];
  return prefix === undefined || place === undefined ? undefined : join(place, path.slice(prefix.length));
}

export async function serve(
  places: readonly Place[],
  { isolated = true } = {},
): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = fileFor(places, decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
    // What cannot be read is not there.
    const bytes = path && (await readFile(path).catch(() => undefined));
    const type = TYPES[extname(path ?? '')] ?? 'application/octet-stream';
    response.writeHead(bytes ? 200 : 404, { 'content-type': type, ...(isolated ? ISOLATED : {}) }).end(bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
