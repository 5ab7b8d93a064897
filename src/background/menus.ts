/** The entry in the browser's context menu. */

export const ADD_MENU = 'add-picture';

/**
 * Makes the entry. Menus outlive the service worker, and `create` with an id that is there fails, so the old ones go
 * first; called when Gurn is installed or updated and when the browser starts.
 */
export async function createMenus(): Promise<void> {
  await chrome.contextMenus.removeAll();
  await new Promise<void>((resolve, reject) => {
    chrome.contextMenus.create({ id: ADD_MENU, title: 'Add to Gurn', contexts: ['image', 'video'] }, () => {
      const { lastError } = chrome.runtime;
      if (lastError) reject(new Error(lastError.message));
      else resolve();
    });
  });
}

let making: Promise<void> | undefined;

/** Installation and browser start can come together; two rounds of removing and making must not interleave. */
const remake = () => {
  making = (making ?? Promise.resolve())
    .then(createMenus)
    .catch((error: unknown) => console.error('the context menu could not be made', error));
};

/** Keeps the entry there. To be called synchronously when the service worker starts. */
export function registerMenus(): void {
  chrome.runtime.onInstalled.addListener(remake);
  chrome.runtime.onStartup.addListener(remake);
}
