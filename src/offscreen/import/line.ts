/** The line to the background while imports run: it wakes a background that died, and tells it when this document dies. */
import browser from 'webextension-polyfill';
import { IMPORT_PORT } from '../../messages/index.ts';

/** Opens the line, and opens it again whenever the background dies; returns the way to close it. */
export function holdLine(): () => void {
  let held = true;
  let port = open();

  function open(): browser.Runtime.Port {
    const mine = browser.runtime.connect({ name: IMPORT_PORT });
    mine.onDisconnect.addListener(() => {
      if (held) port = open();
    });
    return mine;
  }
  return () => {
    held = false;
    port.disconnect();
  };
}
