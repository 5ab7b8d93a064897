/** Imports in the background: it fetches, and sees to it that the offscreen document works while something is open. */
import browser from 'webextension-polyfill';
import type { Library } from '../../library/index.ts';
import { ask, IMPORT_PORT } from '../../messages/index.ts';
import { fetchItem } from './fetch-item.ts';
import { load } from './load.ts';

export interface ImportDeps {
  readonly library: () => Promise<Library>;
  readonly ensureOffscreen: () => Promise<void>;
}

export interface Importing {
  /** Starts the work in the offscreen document. */
  wake(): Promise<void>;
  fetch(item: number): Promise<void>;
}

/**
 * Takes up imports that are open: when the browser starts, and when the document that worked on them has died. To be
 * called synchronously when the service worker starts: a listener that is registered later misses what woke it.
 */
export function registerImports({ library, ensureOffscreen }: ImportDeps): Importing {
  const wake = async (): Promise<void> => {
    await ensureOffscreen();
    await ask('imports.run', {});
  };
  const resume = async (): Promise<void> => {
    const imports = await (await library()).imports.list();
    if (imports.some(({ state }) => state === 'running')) await wake();
  };
  const resumeOrReport = (): void => {
    resume().catch((error: unknown) => console.error('Gurn: an import could not be taken up again', error));
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name === IMPORT_PORT) port.onDisconnect.addListener(resumeOrReport);
  });
  resumeOrReport();

  return {
    wake,
    fetch: async (item) => fetchItem(item, { imports: (await library()).imports, load }),
  };
}
