/** Every way known by which code in a worker could reach another machine. */
import type { Goal } from './goal.ts';

/** Runs in the worker: nothing from outside may be named here. Returns what was refused with an error. */
export async function tryInWorker({ tcp, udp, domain }: Goal): Promise<string[]> {
  const at = (way: string): string => `http://${way}.${domain}:${tcp}/`;
  const scope = globalThis as unknown as {
    readonly WebTransport: new (url: string) => unknown;
    readonly WebSocketStream: new (url: string) => unknown;
    readonly RTCPeerConnection: new () => unknown;
    importScripts(address: string): void;
  };
  const blob = (text: string): string => URL.createObjectURL(new Blob([text]));
  const refused: string[] = [];
  const ways: Readonly<Record<string, (way: string) => unknown>> = {
    'worker-fetch': (way) => fetch(at(way), { mode: 'no-cors' }),
    'worker-request': (way) => fetch(new Request(at(way), { mode: 'no-cors' })),
    'worker-xhr': (way) => {
      const request = new XMLHttpRequest();
      request.open('GET', at(way));
      request.send();
    },
    'worker-socket': (way) => new WebSocket(at(way).replace('http', 'ws')),
    'worker-stream': (way) => new scope.WebSocketStream(at(way).replace('http', 'ws')),
    'worker-events': (way) => new EventSource(at(way)),
    'worker-transport': (way) => new scope.WebTransport(`https://${way}.${domain}:${udp}/`),
    'worker-cache': async (way) => (await caches.open('leak')).add(at(way)),
    'worker-script': (way) => scope.importScripts(at(way)),
    'worker-worker': (way) => new Worker(at(way)),
    'worker-blob-worker': (way) => new Worker(blob(`fetch('${at(way)}')`)),
    'worker-font': (way) => new FontFace('leak', `url(${at(way)})`).load(),
  };
  const enough = new Promise<void>((resolve) => setTimeout(resolve, 1500));
  const tryOne = async (way: string, run: (way: string) => unknown): Promise<void> => {
    try {
      await Promise.race([run(way), enough]);
    } catch (error) {
      refused.push(`${way}: ${error}`);
    }
  };
  await Promise.all(Object.entries(ways).map(([way, run]) => tryOne(way, run)));
  await enough;
  return refused;
}
