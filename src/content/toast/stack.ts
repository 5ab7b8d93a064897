/** The one place in the page where toasts stand. */
import { createSheet } from './style.ts';

/** At most this many; the oldest makes room. */
const MAX = 3;
/** By this the background takes the toasts out of a screenshot. */
const MARK = 'data-gurn-toasts';

let host: HTMLElement | undefined;
let list: HTMLElement | undefined;

function create(): HTMLElement {
  host = document.createElement('div');
  host.setAttribute(MARK, '');
  host.setAttribute('popover', 'manual');
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [createSheet()];
  const stack = document.createElement('div');
  stack.className = 'stack';
  shadow.append(stack);
  return stack;
}

/**
 * Puts the host above everything: as a popover it is in the top layer, over any z-index and a page in full screen.
 * Beside an open modal dialog all else is inert, so there it stands in the dialog.
 */
function raise(): void {
  if (!host) return;
  const dialogs = document.querySelectorAll('dialog:modal');
  const place = dialogs[dialogs.length - 1] ?? document.fullscreenElement ?? document.documentElement;
  if (host.parentNode !== place) place.append(host);
  if (host.matches(':popover-open')) return;
  host.showPopover();
}

export function push(item: HTMLElement): void {
  list ??= create();
  list.append(item);
  while (list.childElementCount > MAX) list.firstElementChild?.remove();
  raise();
}

/** Takes an item away, and the host with the last. */
export function pull(item: HTMLElement): void {
  item.remove();
  if (list?.childElementCount === 0) host?.remove();
}
