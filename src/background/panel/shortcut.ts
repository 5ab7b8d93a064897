/**
 * The shortcut. Only the browser can send its event, after a real key press; nothing that a page or a script sends
 * opens the panel. Firefox has none: see shortcut.firefox.ts.
 */
import browser, { type Tabs } from 'webextension-polyfill';
import { askFrame, type Toast } from '../../messages/index.ts';
import { covers } from '../../messages/patterns.ts';
import { enabledOrigins } from '../../sites/index.ts';
import { createTell } from '../add/tell.ts';
import { chooseFrame } from '../insert/choose-frame.ts';
import { enterTab, page } from '../insert/page.ts';
import { dismiss, newOpening } from './admission.ts';

/** As in the manifest. */
const COMMAND = 'open-matches';

/** The frame of the tab that has the composer to insert into. */
async function frameWithComposer(tab: number): Promise<number | undefined> {
  const frames = await page.enter(tab);
  const found = await Promise.all(frames.map((frame) => page.find(tab, frame)));
  return chooseFrame(found.filter((composer) => composer !== undefined))?.frame;
}

/** The page's address is told for sites that Gurn may enter, and by the key press for the one in front. */
async function openInPage({ id, url }: Tabs.Tab): Promise<boolean> {
  if (id === undefined || !covers(await enabledOrigins(), url ?? '')) return false;
  try {
    const frame = await frameWithComposer(id);
    if (frame === undefined) return false;
    await askFrame(id, frame, 'composer.keep', {});
    const { open } = await askFrame(id, 0, 'panel.open', { secret: await newOpening(id), frame });
    if (!open) await dismiss(id);
    return true;
  } catch (error) {
    console.info('Gurn: this page takes no panel.', error);
    return false;
  }
}

const NO_POPUP: Toast = { kind: 'error', text: 'Click Gurn’s icon in the toolbar: here it opens there only.' };

/** Where the panel cannot be, the popup is; a window that lost the focus meanwhile opens none, and then it is said. */
async function openPopup({ id, windowId }: Tabs.Tab): Promise<void> {
  try {
    await chrome.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch (error) {
    console.info('Gurn: the browser did not open the popup.', error);
    if (id !== undefined) await createTell(enterTab)(id, NO_POPUP);
  }
}

async function onShortcut(tab: Tabs.Tab | undefined): Promise<void> {
  const [active] = tab ? [tab] : await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (active && !(await openInPage(active))) await openPopup(active);
}

/** To be called synchronously when the service worker starts. */
export function registerShortcut(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== COMMAND) return;
    onShortcut(tab).catch((error: unknown) => console.error('Gurn: the shortcut could not be followed', error));
  });
}
