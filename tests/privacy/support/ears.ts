/** A TCP and a UDP port that note whatever arrives, a connection without a word included. */
import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Ears {
  readonly tcp: number;
  readonly udp: number;
  /** The hosts that HTTP over TCP was meant for; the first words of whatever else came; `udp` for a packet. */
  readonly heard: ReadonlySet<string>;
  close(): void;
}

const ANSWER = 'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';
const SILENCE = 'a connection without a word';

const meant = (data: string): string => /^host: ([^:\r]+)/im.exec(data)?.[1] ?? JSON.stringify(data.slice(0, 40));

export async function openEars(): Promise<Ears> {
  const heard = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let said = false;
    sockets.add(socket);
    socket.once('data', (data) => {
      said = true;
      heard.add(meant(data.toString('latin1')));
      socket.end(ANSWER);
    });
    // Whoever hangs up in the middle was heard all the same.
    socket.on('error', (error) => console.debug('ears:', error.message));
    socket.on('close', () => {
      sockets.delete(socket);
      if (!said) heard.add(SILENCE);
    });
    setTimeout(() => said || heard.add(SILENCE), 1_000).unref();
  });
  const udp = createSocket('udp4', () => void heard.add('udp'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  return {
    tcp: (server.address() as AddressInfo).port,
    udp: udp.address().port,
    heard,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      udp.close();
    },
  };
}
