import type { Page } from 'playwright-core';

/** Keeps every store of the library busy, so that whoever writes or reads must wait; returns how to let go. */
export async function holdLibrary(view: Page): Promise<() => Promise<void>> {
  await view.evaluate(
    () =>
      new Promise<void>((held, failed) => {
        const opening = indexedDB.open('gurn');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction([...db.objectStoreNames], 'readwrite');
          const store = tx.objectStore('settings');
          let holding = true;
          // A transaction lives as long as it is asked something.
          const again = (): void => {
            if (holding) store.count().onsuccess = again;
          };
          again();
          tx.oncomplete = () => db.close();
          Object.assign(globalThis, { letGo: () => (holding = false) });
          held();
        };
      }),
  );
  return () => view.evaluate(() => void (globalThis as unknown as { letGo(): void }).letGo());
}
