/** Which of our contexts sent a message, judged by what the browser stamps on it, never by what it says of itself. */
import type { Runtime } from 'webextension-polyfill';
import type { Context } from './protocol.ts';

const OFFSCREEN_PATH = '/src/offscreen/index.html';
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
 */
export function contextOf(sender: Runtime.MessageSender, self: Identity): Context | undefined {
  if (sender.id !== self.id) return undefined;
  const url = sender.url ?? '';
  if (!url.startsWith(`${self.origin}/`)) return sender.tab === undefined ? undefined : 'content';
  const path = url.slice(self.origin.length).split(/[?#]/, 1)[0] ?? '';
  if (path === OFFSCREEN_PATH) return 'offscreen';
  if (VIEW_PATHS.some((prefix) => path.startsWith(prefix))) return 'view';
  return sender.tab === undefined ? 'background' : undefined;
}
