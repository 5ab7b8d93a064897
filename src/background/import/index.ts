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

/** Takes up imports that are open: when the worker starts, and when the document that worked on them has died. */
export function registerImports({ library, ensureOffscreen }: ImportDeps): Importing {
  let line: browser.Runtime.Port | undefined;
  /**
   * Tells either side when the other dies. It is opened from here: a worker that listened for ports would be at the
   * other end of the views' lines too, which then would not break when the offscreen document dies.
   */
  const holdLine = (): void => {
    if (line) return;
    line = browser.runtime.connect({ name: IMPORT_PORT });
    line.onDisconnect.addListener(() => {
      line = undefined;
      resumeOrReport();
    });
  };
  const wake = async (): Promise<void> => {
    await ensureOffscreen();
    await ask('imports.run', {});
    holdLine();
  };
  const resume = async (): Promise<void> => {
    const imports = await (await library()).imports.list();
    if (imports.some(({ state }) => state === 'running')) await wake();
  };
  const resumeOrReport = (): void => {
    resume().catch((error: unknown) => console.error('Gurn: an import could not be taken up again', error));
  };

  resumeOrReport();

  return {
    wake,
    fetch: async (item) => fetchItem(item, { imports: (await library()).imports, load }),
  };
}
