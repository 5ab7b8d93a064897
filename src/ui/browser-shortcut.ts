/** The shortcut as the browser keeps it. */
import browser from 'webextension-polyfill';
import { inTab, openTab } from './browser-pages.ts';
import type { ShortcutPorts } from './Shortcut.tsx';

/** As in the manifest. */
const COMMAND = 'open-matches';
const ADDRESS = 'chrome://extensions/shortcuts';

export const browserShortcut: ShortcutPorts = {
  async keys() {
    const commands = await browser.commands.getAll();
    return commands.find(({ name }) => name === COMMAND)?.shortcut ?? '';
  },
  change: () => inTab(openTab(ADDRESS)),
  address: ADDRESS,
};
