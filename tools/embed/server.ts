import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { publicDir } from '../paths.ts';
import { pageDir } from './bundle.ts';
import { fileProblem } from './find.ts';

export interface Server {
  readonly origin: string;
  /** Offers a file to the page until it is withdrawn. The address cannot be guessed. */
  offer(path: string): { readonly address: string; withdraw(): void };
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** As strict as the extension's own pages: the engine gets by without eval and without the network. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:";

async function send(response: ServerResponse, path: string): Promise<void> {
  try {
    const file = await open(path);
    const { size } = await file.stat();
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': size,
      'content-security-policy': POLICY,
    });
    pipeline(createReadStream('', { fd: file }), response, (error) => {
      if (error) response.destroy();
    });
  } catch (error) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(fileProblem(error));
  }
}

const EMBEDDER = '/assets/models/embedder/';

/** A path below one of the folders; `..` cannot lead out of them. `embedder` stands in for the one that ships. */
function fileFor(address: string, embedder: string | undefined): string {
  const path = normalize(join('/', decodeURIComponent(address)));
  if (embedder !== undefined && path.startsWith(EMBEDDER)) return join(embedder, path.slice(EMBEDDER.length));
  if (path.startsWith('/assets/')) return join(publicDir, path.slice('/assets/'.length));
  return join(pageDir, path === '/' ? 'index.html' : path);
}

/** Serves the page, the assets (with another `embedder` if one is given) and the offered pictures, to this machine only. */
export async function startServer(embedder?: string): Promise<Server> {
  const offered = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    void send(response, offered.get(pathname) ?? fileFor(pathname, embedder));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    offer(path) {
      const address = `/pictures/${randomUUID()}`;
      offered.set(address, path);
      return { address, withdraw: () => void offered.delete(address) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
