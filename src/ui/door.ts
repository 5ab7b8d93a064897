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

export const browserDoor: LiveDoor = {
  async ensure() {
    // The service worker, which may have to be started for it, is asked only when nobody is known to listen.
    if (!(await isListening())) await ask('engine.ensure', {});
  },
  connect() {
    const port = browser.runtime.connect({ name: LIVE_PORT });
    return {
      send: (command) => port.postMessage(command),
      onMessage: (listener) => port.onMessage.addListener(listener),
      onBreak: (listener) => port.onDisconnect.addListener(listener),
      close: () => port.disconnect(),
    };
  },
};
