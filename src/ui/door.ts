/** The live line through the browser. */
import browser from 'webextension-polyfill';
import { ask, LIVE_PORT } from '../messages/index.ts';
import type { LiveDoor } from './live.ts';

export const browserDoor: LiveDoor = {
  async ensure() {
    await ask('engine.ensure', {});
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
