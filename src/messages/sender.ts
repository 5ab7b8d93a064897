/** Which of our contexts sent a message, judged by what the browser stamps on it, never by what it says of itself. */
import type { Runtime } from 'webextension-polyfill';
import type { Context } from './protocol.ts';

const OFFSCREEN_PATH = '/src/offscreen/index.html';
const PANEL_PATH = '/src/pages/panel/index.html';
const VIEW_PATHS = ['/src/popup/', '/src/pages/'];

/** What is asked of `browser.runtime`, so that the rule can be tested without a browser. */
export interface Identity {
  readonly id: string;
  /** Origin of the extension's own pages, without a trailing slash: `chrome-extension://<id>`. */
  readonly origin: string;
}

/**
 * Returns the sender's context, or `undefined` for a stranger (another extension, a web page).
 * A content script has a tab and runs in a page that is not ours; our own pages have our origin in their URL.
 * That a sender is a `panel` says which page it is, not who opened it.
 */
export function contextOf(sender: Runtime.MessageSender, self: Identity): Context | undefined {
  if (sender.id !== self.id) return undefined;
  const url = sender.url ?? '';
  if (!url.startsWith(`${self.origin}/`)) return sender.tab === undefined ? undefined : 'content';
  const path = url.slice(self.origin.length).split(/[?#]/, 1)[0] ?? '';
  if (path === OFFSCREEN_PATH) return 'offscreen';
  // The panel is always framed, and nothing else that a person sees ever is.
  const framed = (sender.frameId ?? 0) !== 0;
  if (path === PANEL_PATH) return framed ? 'panel' : undefined;
  if (VIEW_PATHS.some((prefix) => path.startsWith(prefix))) return framed ? undefined : 'view';
  return sender.tab === undefined ? 'background' : undefined;
}
