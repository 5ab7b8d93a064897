/** The live line through the browser. */
import browser from 'webextension-polyfill';
import { ask, LIVE_LOCK, LIVE_PORT } from '../messages/index.ts';
import type { LiveDoor } from './live.ts';

/** Whether the offscreen document is known to listen. A view in a web page may be kept from its locks, and knows nothing. */
async function isListening(): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === LIVE_LOCK);
  } catch (error) {
    console.info('Gurn: the locks cannot be read', error);
    return false;
  }
}

/**
 * Resolves to true when the offscreen document is dead, to false when `signal` aborts. The line alone does not tell: the
 * worker hears of every line, and as long as it lives one to a dead document may stay unbroken.
 */
async function dies(signal: AbortSignal): Promise<boolean> {
  // A view in a web page would be given a lock of its own at once.
  if (window !== window.top) return false;
  try {
    return await navigator.locks.request(LIVE_LOCK, { signal }, () => true);
  } catch (error) {
    if (!signal.aborted) console.warn('Gurn: the camera’s document cannot be watched', error);
    return false;
  }
}

export const browserDoor: LiveDoor = {
  async ensure() {
    // The service worker, which may have to be started for it, is asked only when nobody is known to listen.
    if (!(await isListening())) await ask('engine.ensure', {});
  },
  connect() {
    const port = browser.runtime.connect({ name: LIVE_PORT });
    const over = new AbortController();
    port.onDisconnect.addListener(() => over.abort());
    const death = dies(over.signal);
    const close = (): void => {
      over.abort();
      port.disconnect();
    };
    return {
      send: (command) => port.postMessage(command),
      onMessage: (listener) => port.onMessage.addListener(listener),
      onBreak(listener) {
        port.onDisconnect.addListener(listener);
        void death.then((dead) => {
          if (!dead) return;
          close();
          listener();
        });
      },
      close,
    };
  },
};
