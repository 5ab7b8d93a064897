/** DevTools sessions with targets that Playwright hides: the offscreen document, the toolbar popup. */
import type { Browser } from 'playwright-core';

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One attached target. `evaluate` runs a function there, with a user gesture, and returns what it returns as JSON. */
export interface Target {
  readonly info: TargetInfo;
  send<T = unknown>(method: string, params?: object): Promise<T>;
  evaluate<T, A extends unknown[]>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  on(listener: (event: { method: string; params: unknown }) => void): void;
  detach(): Promise<void>;
}

/** Every target of the browser, hidden ones included. Tabs are left out: each only wraps its page. */
export async function listTargets(browser: Browser): Promise<readonly TargetInfo[]> {
  const root = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab', exclude: true }, {}] });
    return targetInfos;
  } finally {
    await root.detach();
  }
}

/** Waits for a target whose URL fits and attaches to it. Rejects after `timeout` milliseconds. */
export async function attach(
  browser: Browser,
  fits: (target: TargetInfo) => boolean,
  timeout = 15_000,
): Promise<Target> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const info = (await listTargets(browser)).find(fits);
    if (info) return attachTo(browser, info);
    if (Date.now() > deadline) throw new Error(`no such target within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function attachTo(browser: Browser, info: TargetInfo): Promise<Target> {
  const root = await browser.newBrowserCDPSession();
  const { sessionId } = await root.send('Target.attachToTarget', { targetId: info.targetId, flatten: false });
  const pending = new Map<number, Pending>();
  const listeners: ((event: { method: string; params: unknown }) => void)[] = [];
  let last = 0;

  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Incoming;
    if (message.id === undefined) {
      for (const listener of listeners) listener({ method: message.method ?? '', params: message.params });
      return;
    }
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  });
  root.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const { reject } of pending.values()) reject(new Error('the target is gone'));
    pending.clear();
  });

  const send = <T>(method: string, params: object = {}): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      pending.set(last, { resolve: resolve as (value: unknown) => void, reject });
      const message = JSON.stringify({ id: last, method, params });
      root.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });

  return {
    info,
    send,
    on: (listener) => listeners.push(listener),
    detach: () => root.detach(),
    async evaluate<T, A extends unknown[]>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
      // tsx names functions through a helper that targets lack.
      const expression = `globalThis.__name ??= (f) => f; (${body.toString()})(...${JSON.stringify(args)})`;
      const answer = await send<{
        result: { value: T };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      }
      return answer.result.value;
    },
  };
}
