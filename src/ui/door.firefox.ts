/**
 * The live line in Firefox: to an engine in a frame of the view itself. A background may not use the camera there, and
 * so the camera's light cannot outlive the view.
 */
import browser from 'webextension-polyfill';
import { LIVE_PORT } from '../messages/index.ts';
import type { LiveDoor } from './live.ts';

/** Names the frame among the engines of other views. */
const search = `?for=${crypto.randomUUID()}`;

let loading: Promise<void> | undefined;

/** Laid out, though unseen: Firefox paints no video in a frame that is not. */
function addFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.className = 'engine';
    frame.tabIndex = -1;
    frame.ariaHidden = 'true';
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.src = `/src/offscreen/index.html${search}`;
    document.body.append(frame);
  });
}

export const browserDoor: LiveDoor = {
  ensure() {
    loading ??= addFrame();
    return loading;
  },
  connect() {
    const port = browser.runtime.connect({ name: LIVE_PORT + search });
    return {
      send: (command) => port.postMessage(command),
      onMessage: (listener) => port.onMessage.addListener(listener),
      onBreak: (listener) => port.onDisconnect.addListener(listener),
      close: () => port.disconnect(),
    };
  },
};
