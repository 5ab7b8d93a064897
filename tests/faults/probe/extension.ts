/** Every call of the extension's API that does something, every request that comes in, every reply that goes out. */
import { KEY, type Steps } from './steps.ts';

type Func = (...args: unknown[]) => unknown;
type Namespace = Record<string, unknown>;

/** To end while something is read is to end before the next thing is done. */
const READS = /^(get|query|contains|has|match)/;
/** They return at once, or are the test's own. */
const LEFT_OUT = new Set(['connect', 'getURL', 'getManifest', 'connectNative', 'dispatch', 'reload']);

const never = (): Promise<never> => new Promise(() => undefined);

export function watchExtension(steps: Steps): void {
  let ready = false;
  const armed = armFromStorage(steps).finally(() => {
    ready = true;
  });

  /** A call that does something: a step before it, and one when it is done but nobody has heard of it. */
  const guard =
    (label: (args: readonly unknown[]) => string, call: Func): Func =>
    (...args) => {
      const run = (): unknown => {
        const name = label(args);
        if (!steps.take(`before ${name}`)) return never();
        const answer = call(...args);
        if (!(answer instanceof Promise)) return answer;
        const gone = !steps.take(`${name}, no answer yet`);
        const heard = answer.then(
          (value: unknown) => (steps.dead() ? never() : value),
          (error: unknown) => (steps.dead() ? never() : Promise.reject(error)),
        );
        return gone ? never() : heard;
      };
      return ready ? run() : armed.then(run);
    };

  wrapAll(globalThis.chrome as unknown as Namespace, guard);
  const other = Reflect.get(globalThis, 'browser') as Namespace | undefined;
  if (other) wrapAll(other, guard);
  globalThis.fetch = guard(() => 'fetch', globalThis.fetch.bind(globalThis) as Func) as typeof fetch;
}

/** A worker that starts anew learns from the session's storage at which step it shall end; that is said only once. */
async function armFromStorage(steps: Steps): Promise<void> {
  const { session } = chrome.storage;
  // As it is before it is watched.
  const forget = session.remove.bind(session) as (key: string) => Promise<void>;
  const { [KEY]: at } = await session.get(KEY);
  if (typeof at !== 'number') return;
  await forget(KEY);
  steps.arm(at);
}

type Guard = (label: (args: readonly unknown[]) => string, call: Func) => Func;

const wrapped = new WeakSet<object>();

function wrapAll(root: Namespace, guard: Guard): void {
  for (const name of Object.keys(root)) wrap(root[name], name, guard);
}

function wrap(owner: unknown, path: string, guard: Guard): void {
  if (typeof owner !== 'object' || owner === null || wrapped.has(owner)) return;
  wrapped.add(owner);
  const namespace = owner as Namespace;
  for (const key of functionsOf(namespace)) {
    const value = namespace[key];
    if (typeof value !== 'function' || READS.test(key) || LEFT_OUT.has(key)) continue;
    namespace[key] = guard((args) => nameOf(`${path}.${key}`, args), value.bind(namespace) as Func);
  }
  if (path === 'storage') for (const area of ['local', 'session']) wrap(namespace[area], `storage.${area}`, guard);
}

/** A storage area has its functions from its prototype. */
function functionsOf(owner: Namespace): string[] {
  const prototype: unknown = Object.getPrototypeOf(owner);
  const inherited = prototype && prototype !== Object.prototype ? Object.getOwnPropertyNames(prototype) : [];
  return [...new Set([...Object.keys(owner), ...inherited])].filter((key) => key !== 'constructor');
}

/** With the request's name where a request is sent, and the key where something is stored. */
function nameOf(call: string, args: readonly unknown[]): string {
  const sent = args.find((one): one is { name: string } => typeof one === 'object' && one !== null && 'gurn' in one);
  if (sent) return `${call} ${sent.name}`;
  const [first] = args;
  const keys = call.startsWith('storage.') && typeof first === 'object' && first !== null ? Object.keys(first) : [];
  const kind = (typeof first === 'string' ? first : (keys[0] ?? '')).split(/[ :]/)[0] ?? '';
  return call.startsWith('storage.') ? `${call} ${kind}` : call;
}

type Listener = (raw: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown;
interface Incoming {
  addListener(listener: Listener): void;
}

/** @param self the context that the requests are for: a document hears those for the worker too */
export function watchRequests(self: string, steps: Steps): void {
  const roots = new Set([globalThis.chrome, Reflect.get(globalThis, 'browser') as typeof chrome | undefined]);
  const events = new Set([...roots].flatMap((root) => (root ? [root.runtime.onMessage as unknown as Incoming] : [])));
  for (const event of events) watchEvent(event, self, steps);
}

function watchEvent(event: Incoming, self: string, steps: Steps): void {
  const add = event.addListener.bind(event);
  event.addListener = (listener) =>
    add((raw, sender, respond) => {
      const { name = '', to } = raw as { name?: string; to?: string };
      // `none` is the test's own way to wake a worker.
      if (to !== self || name === 'none') return listener(raw, sender, respond);
      if (!steps.take(`request ${name}`)) return true;
      return listener(raw, sender, (reply) => {
        if (!steps.take(`before the reply to ${name}`)) return;
        respond(reply);
        steps.take(`${name} answered`);
      });
    });
}
