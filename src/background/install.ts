/** What happens once, when Gurn is installed. */
import browser from 'webextension-polyfill';
import { seedStarter } from '../library/index.ts';
import { library } from './library.ts';

const WELCOME = 'src/pages/welcome/index.html';

/** Fills the library with the starter stickers. The offscreen document does it too, should this be interrupted. */
async function seed(): Promise<void> {
  await seedStarter(await library(), browser.runtime.getURL(''));
}

/** Opens the welcome page for a new user, and brings in the starter stickers, also those of a new version. */
export function registerInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
    seed().catch((error: unknown) => console.error('Gurn: the starter stickers could not be placed', error));
  });
}
