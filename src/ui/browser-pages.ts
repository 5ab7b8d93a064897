/** Pages of Gurn and of the browser that are opened in tabs. */
import browser from 'webextension-polyfill';

export { siteSettings } from './camera-settings.ts';

export type PageName = 'welcome' | 'library' | 'recovery';

/** @param section of the library page */
export async function openPage(page: PageName, section = ''): Promise<void> {
  await openTab(browser.runtime.getURL(`src/pages/${page}/index.html${section && `#${section}`}`));
}

/** Opens the page on which a meme can be taught a face. */
export async function openTeaching(meme: string): Promise<void> {
  await openTab(browser.runtime.getURL(`src/pages/teach/index.html?meme=${meme}`));
}

/** @throws Error when the browser refuses the address */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** For handlers that cannot wait: a tab that could not be opened is written to the console. */
export function inTab(opening: Promise<void>): void {
  opening.catch((error: unknown) => console.error('Gurn: a tab could not be opened', error));
}
