/** The toolbar popup. Firefox shows it to no driver, so an extension page reaches into it, as any of them may. */
import type { Page } from 'puppeteer-core';
import { eventually } from '../../../tests/browser/support/eventually.ts';
import { GECKO_ID } from '../../manifest.ts';
import type { FirefoxWindow } from './window.ts';

/** The popup's window, with the extension's API. */
export type PopupWindow = Window & { readonly chrome: typeof chrome };

/** Runs in an extension page, with the popup's window. What it is given and what it returns must be plain data. */
export type InPopup<A extends unknown[], T> = (popup: PopupWindow, ...args: A) => T | Promise<T>;

export interface Popup {
  evaluate<A extends unknown[], T>(body: InPopup<A, T>, ...args: A): Promise<T>;
  /** Sends the event of a key: no driver gets a real one into Firefox's popup. */
  press(key: string): Promise<void>;
}

export interface Popups {
  /** Clicks the toolbar icon over this page: a real click, which grants activeTab and opens the popup. */
  clickToolbar(page: Page): Promise<Popup>;
  closePopups(): Promise<void>;
}

/** The button's id is the extension's, with everything that an id may not hold replaced. */
const BUTTON = `${GECKO_ID.replaceAll(/[^a-z0-9-]/g, '_')}-BAP`;

/** Runs in the page. The engine's document, a frame of the popup, is a view of its type too and does not count. */
const find = (): Window[] =>
  (globalThis as unknown as { chrome: { extension: { getViews(filter: object): Window[] } } }).chrome.extension
    .getViews({ type: 'popup' })
    .filter((view) => view.parent === view);

const pressIn: InPopup<[string], void> = ({ document }, key) => {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
};

export function openPopups(window: FirefoxWindow, backstage: Page): Popups {
  const count = (): Promise<number> => backstage.evaluate(`(${find})().length`) as Promise<number>;
  const popup: Popup = {
    press: (key) => popup.evaluate(pressIn, key),
    evaluate: (body, ...args) =>
      backstage.evaluate(
        `globalThis.__name ??= (f) => f; (${body})((${find})()[0], ...${JSON.stringify(args)})`,
      ) as ReturnType<Popup['evaluate']> as never,
  };
  return {
    async clickToolbar(page) {
      await page.bringToFront();
      await window.evaluate(`document.getElementById('${BUTTON}').click()`);
      await eventually(count, (open) => open === 1);
      await eventually(() => popup.evaluate(({ document }) => document.readyState === 'complete'));
      return popup;
    },
    async closePopups() {
      await backstage.evaluate(`for (const popup of (${find})()) popup.close()`);
      await eventually(count, (open) => open === 0);
    },
  };
}
