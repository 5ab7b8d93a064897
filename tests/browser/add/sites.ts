/** Two web sites of different origin: one shows a page, either hands out pictures. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  readonly origin: string;
  /** Answers `path` with a body, or as the handler does. */
  set(path: string, type: string, body: string | Buffer): void;
  on(path: string, handle: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** How often a path was asked for. */
  asked(path: string): number;
  close(): Promise<void>;
}

/** A site that answers 404 until told otherwise; it allows no other origin to read anything. */
export async function openSite(): Promise<Site> {
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const handle = handlers.get(path);
    if (handle) handle(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (path, type, body) => {
      handlers.set(path, (_, response) => response.setHeader('content-type', type).end(body));
    },
    on: (path, handle) => {
      handlers.set(path, handle);
    },
    asked: (path) => counts.get(path) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
