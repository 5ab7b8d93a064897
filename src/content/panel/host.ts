/** The element that holds the panel's frame. A closed shadow tree: the page can neither see nor reach the frame. */
import { PANEL_MOVED, PANEL_SECRET } from '../../messages/panel.ts';
import type { Box } from './place.ts';

const PAGE = 'src/pages/panel/index.html';
/** A message goes to this origin only: should the page send the frame elsewhere, nobody hears it. */
const origin = (): string => chrome.runtime.getURL('').replace(/\/$/, '');

/**
 * Shown in the top layer only, where no style of an ancestor reaches: a page that takes it out of there sees it vanish.
 * `!important` in a shadow tree wins over all that the page's own sheets, inline styles and animations say. `all` leaves
 * nothing by which the page could see through the panel, turn it, or let clicks pass.
 */
const css = ({ left, top, width, height }: Box): string => `
  :host { all: initial !important; position: fixed !important; inset: ${top}px auto auto ${left}px !important;
    width: ${width}px !important; height: ${height}px !important; display: none !important;
    z-index: 2147483647 !important; border: 0 !important; padding: 0 !important; overflow: visible !important;
    background: transparent !important; color-scheme: light dark !important; }
  :host(:popover-open) { display: block !important; }
  iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 18px; color-scheme: light dark;
    box-shadow: 0 0 0 1px rgb(60 40 20 / 22%), 0 12px 44px rgb(20 10 5 / 38%); }`;

export interface Visitor {
  /** The page took the panel out of sight: out of the top layer, or together with what it stands in. */
  hidden(): void;
  /** The panel wants to go. */
  leaves(): void;
}

export interface Host {
  readonly element: HTMLElement;
  place(box: Box): void;
  remove(): void;
}

/**
 * `secret`: goes to the frame alone, once it is loaded, with a line back that the page does not see: of a message to
 * its window it would learn the frame's. `box`: where it stands in the window.
 */
export function createHost(secret: string, box: Box, visitor: Visitor): Host {
  const element = document.createElement('div');
  element.setAttribute('popover', 'manual');
  const shadow = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  shadow.adoptedStyleSheets = [sheet];
  const frame = document.createElement('iframe');
  frame.title = 'Gurn';
  // The frame's address is a passing one; what it shows has our origin.
  frame.allow = `clipboard-write ${origin()}`;
  frame.src = chrome.runtime.getURL(PAGE);
  const { port1: line, port2: theirs } = new MessageChannel();
  line.onmessage = () => visitor.leaves();
  const post = (message: Readonly<Record<string, unknown>>, ...ports: MessagePort[]): void =>
    frame.contentWindow?.postMessage(message, origin(), ports);
  frame.addEventListener(
    'load',
    () => {
      post({ [PANEL_SECRET]: secret }, theirs);
      frame.focus();
    },
    { once: true },
  );
  sheet.replaceSync(css(box));
  shadow.append(frame);
  place(element);
  const sight = watchSight(element, visitor);
  return {
    element,
    place(next) {
      sheet.replaceSync(css(next));
      post({ [PANEL_MOVED]: true });
    },
    remove() {
      sight.disconnect();
      line.close();
      element.remove();
    },
  };
}

/** The browser tells an observer whatever the page does with the element's events. */
function watchSight(element: HTMLElement, visitor: Visitor): ResizeObserver {
  const observer = new ResizeObserver(() => {
    if (element.getClientRects().length === 0) visitor.hidden();
  });
  observer.observe(element);
  return observer;
}

/** Into the top layer, above everything. Beside an open modal dialog all else is inert, so there it stands in it. */
function place(element: HTMLElement): void {
  const dialogs = document.querySelectorAll('dialog:modal');
  const parent = dialogs[dialogs.length - 1] ?? document.fullscreenElement ?? document.documentElement;
  parent.append(element);
  element.showPopover();
}
