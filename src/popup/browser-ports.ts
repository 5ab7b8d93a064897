/** The popup's ports in a real browser. */
import browser from 'webextension-polyfill';
import type { Library } from '../library/index.ts';
import { ask, RequestError } from '../messages/index.ts';
import { readAccount } from '../messages/last-insertion.ts';
import { inTab, openPage, openTab, openTeaching, siteSettings } from '../ui/browser-pages.ts';
import { siteAt } from '../ui/browser-sites.ts';
import { copyPicture } from '../ui/clipboard.ts';
import { askSurely } from '../ui/insertion.ts';
import type { LiveDoor } from '../ui/live.ts';
import type { PopupPorts, PopupSettings } from './ports.ts';

/** With a tab named in its address the popup stands in a tab or window of its own. */
export const inOwnTab = (address: string): boolean => new URL(address).searchParams.has('tab');

/** The tab to insert into: the one named in the address when the popup has a tab of its own, else the active one. */
async function targetTab(address: string): Promise<number> {
  const named = new URL(address).searchParams.get('tab');
  if (named !== null && /^\d+$/.test(named)) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new RequestError('no-tab', 'There is no tab to insert into.');
  return tab.id;
}

/** Its address is told where Gurn may work in the page: after a click on the toolbar icon it may. */
const addressBehind = async (): Promise<string | undefined> =>
  (await browser.tabs.get(await targetTab(location.href))).url;

async function readSettings({ settings }: Library): Promise<PopupSettings> {
  const { camera, mirrored, holdToFreeze, top } = await settings.all();
  return { camera, mirrored, holdToFreeze, top };
}

async function writeSettings({ settings }: Library, change: Partial<PopupSettings>): Promise<void> {
  const { camera, mirrored, holdToFreeze, top } = change;
  if (camera !== undefined) await settings.set('camera', camera);
  if (mirrored !== undefined) await settings.set('mirrored', mirrored);
  if (holdToFreeze !== undefined) await settings.set('holdToFreeze', holdToFreeze);
  if (top !== undefined) await settings.set('top', top);
}

export const browserPorts = (library: Library, door: LiveDoor): PopupPorts => ({
  door,
  memes: library.memes,
  settings: { read: () => readSettings(library), write: (change) => writeSettings(library, change) },
  async insert(meme, maySend) {
    // Another tab may be in front when the same is asked again.
    const tab = await targetTab(location.href);
    return askSurely((id) => ask('insert', { id, meme, tab, maySend }));
  },
  account: readAccount,
  copy: copyPicture,
  site: siteAt(addressBehind),
  openPage: (page) => inTab(openPage(page)),
  teach: (meme) => inTab(openTeaching(meme)),
  openSiteSettings: () => inTab(openTab(siteSettings())),
  siteSettings: siteSettings(),
  inOwnTab: inOwnTab(location.href),
  inPage: false,
  close: () => window.close(),
});
