import type { Page } from 'puppeteer-core';
import type { FirefoxGurn } from '../../../tools/driver/firefox/extension.ts';

export interface ShownToasts {
  readonly text: string;
  /** How the browser lays the toasts out: `fixed` where Gurn's sheet holds. */
  readonly position: string;
}

/** What the toasts in this page say; the page must have lent itself by a click. They stand in a closed tree. */
export async function toastsIn({ backstage }: FirefoxGurn, page: Page): Promise<ShownToasts | undefined> {
  return backstage.evaluate(async (url) => {
    const look = () => {
      const host = document.querySelector('[data-gurn-toasts]');
      const { openOrClosedShadowRoot: tree } = (host ?? {}) as { openOrClosedShadowRoot?: ShadowRoot };
      return host && tree ? { text: tree.textContent ?? '', position: getComputedStyle(host).position } : undefined;
    };
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((one) => one.url === url);
    if (tab?.id === undefined) return undefined;
    const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: look });
    return answer?.result;
  }, page.url());
}
