/** The shortcut in Firefox, which opens its settings itself: they have no address. */
import browser from 'webextension-polyfill';
import type { ShortcutPorts } from './Shortcut.tsx';

/** The browser's own, as in the manifest (tools/manifest.ts). */
const COMMAND = '_execute_action';

const commands = browser.commands as typeof browser.commands & { openShortcutSettings(): Promise<void> };

export const browserShortcut: ShortcutPorts = {
  async keys() {
    const all = await commands.getAll();
    return all.find(({ name }) => name === COMMAND)?.shortcut ?? '';
  },
  change: () => {
    commands.openShortcutSettings().catch((error: unknown) => {
      console.error('Gurn: the settings of shortcuts could not be opened', error);
    });
  },
  address: 'Add-ons Manager → Manage Extension Shortcuts',
};
