/** The match view's ports in a web page: what the popup reads from the library, the panel asks the background for. */
import browser from 'webextension-polyfill';
import { fromBase64 } from '../../messages/base64.ts';
import { ask } from '../../messages/index.ts';
import { readAccount } from '../../messages/last-insertion.ts';
import type { PanelSettings } from '../../messages/panel.ts';
import type { PopupPorts } from '../../popup/ports.ts';
import { inTab, openPage, openTab, openTeaching, siteSettings } from '../../ui/browser-pages.ts';
import { siteAt } from '../../ui/browser-sites.ts';
import { copyPicture } from '../../ui/clipboard.ts';
import { askSurely } from '../../ui/insertion.ts';
import type { LiveDoor } from '../../ui/live.ts';
import { leave } from './opening.ts';

/** Runs when what was begun has been sent: the background hears requests in the order in which they were made. */
export const inTurn = (work: () => void): void => {
  setTimeout(work, 0);
};

/** Closes the panel. `say`: for the page to show. */
export function leaveSaying(say: string): void {
  ask('panel.leave', { say }).catch((error: unknown) => {
    console.error('Gurn: the page could not be told', error);
    leave();
  });
}

/** The page that frames the panel. */
const addressBehind = async (): Promise<string | undefined> => (await browser.tabs.getCurrent())?.url;

const asking = (name: 'panel.picture' | 'panel.file') => async (meme: string) => {
  const picture = await ask(name, { meme });
  return picture ? new Blob([fromBase64(picture.base64)], { type: picture.type }) : undefined;
};

/** After an insertion the page has the focus, and only a document with the focus may use the clipboard. */
const copyWithFocus: typeof copyPicture = (picture, animated) => {
  window.focus();
  return copyPicture(picture, animated);
};

export const panelPorts = (settings: PanelSettings, door: LiveDoor): PopupPorts => ({
  door,
  memes: {
    get: async (meme) => (await ask('panel.about', { meme })) ?? undefined,
    bytes: asking('panel.file'),
    small: asking('panel.picture'),
    recordUse: async (meme) => void (await ask('panel.copied', { meme })),
  },
  settings: { read: async () => settings, write: async (change) => void (await ask('panel.save', change)) },
  insert: (meme, maySend) => askSurely((id) => ask('panel.insert', { id, meme, maySend })),
  account: readAccount,
  copy: copyWithFocus,
  site: siteAt(addressBehind),
  openPage: (page) => inTab(openPage(page)),
  teach: (meme) => inTab(openTeaching(meme)),
  openSiteSettings: () => inTab(openTab(siteSettings())),
  siteSettings: siteSettings(),
  inOwnTab: false,
  inPage: true,
  close: leave,
});
