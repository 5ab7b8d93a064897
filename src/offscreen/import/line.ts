/** The line from the background while imports run: it tells the background when this document dies, and the other way. */
import browser from 'webextension-polyfill';
import { ask, IMPORT_PORT } from '../../messages/index.ts';

export interface ImportLine {
  /** While it is held, a background that dies is woken: it then holds the line again. */
  hold(): void;
  /** Nothing is left to be told. */
  release(): void;
}

/** Listens for the line. The background opens it when imports begin. */
export function openLine(): ImportLine {
  const ports = new Set<browser.Runtime.Port>();
  let held = false;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== IMPORT_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (!held) return;
      ask('imports.wake', {}).catch((error: unknown) => console.warn('Gurn: the background does not wake', error));
    });
  });
  return {
    hold() {
      held = true;
    },
    release() {
      held = false;
      for (const port of ports) port.disconnect();
      ports.clear();
    },
  };
}
