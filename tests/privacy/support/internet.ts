/** A forward proxy that is the whole internet of a browser: it notes every request, and answers those it was told of. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  /** `CONNECT` for what the browser would encrypt; then the address is a host and a port. */
  readonly method: string;
  readonly address: string;
}

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

export interface Internet {
  /** What sends all of a browser's traffic here, that to its own machine included. */
  readonly args: readonly string[];
  /** Every request so far, in order. */
  readonly asked: readonly Asked[];
  /** Puts something at an address of the form `http://host/path`. */
  put(address: string, type: string, body: string | Buffer): void;
  close(): Promise<void>;
}

export async function openInternet(): Promise<Internet> {
  const pages = new Map<string, Answer>();
  const asked: Asked[] = [];
  const server = createServer(({ method = '', url = '' }, response) => {
    asked.push({ method, address: url });
    const answer = pages.get(url);
    if (answer) response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
    else response.writeHead(404).end();
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push({ method: 'CONNECT', address: url });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    asked,
    put: (address, type, body) => {
      pages.set(address, { type, body });
    },
    close: () => end(server),
  };
}

const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
