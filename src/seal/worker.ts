/**
 * The first import of every worker. A worker has the policy of the package, not that of the document which started it,
 * and the package's has to let the service worker fetch. So what reaches the network is taken away here.
 */
import { isOwn } from './own.ts';
import { replace, takeAway } from './take-away.ts';

const WAYS_OUT = [
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  // One made of text would be a realm in which nothing is taken away.
  'Worker',
  // Loads by itself what is added to it.
  'caches',
];

takeAway(globalThis, WAYS_OUT);

const { fetch: load, Request: Asked } = globalThis;

/** As the browser's, for the package's own files; others fail as they do when the network is gone. */
async function fetchOwn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  // Made once: what is checked is what is loaded.
  const request = new Asked(input, init);
  if (!isOwn(request.url)) throw new TypeError('Gurn: this worker loads nothing but parts of Gurn.');
  return load(request);
}
replace(globalThis, 'fetch', fetchOwn);
