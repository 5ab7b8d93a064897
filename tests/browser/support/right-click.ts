import type { Page } from 'playwright-core';
import type { Gurn } from '../../../tools/driver/extension.ts';

/**
 * Chooses "Add to Gurn" over a picture of the page. A native menu cannot be clicked headless, so the worker gets the
 * event that the browser would send (tests/browser/add/native.ts clicks the real one), after a click on the toolbar
 * icon has lent the tab, as the menu's own click does.
 */
export async function clickAddToGurn(gurn: Gurn, page: Page, srcUrl: string): Promise<void> {
  await gurn.clickToolbar(page);
  await gurn.closePopups();
  const worker = await gurn.worker();
  await worker.evaluate(
    async ({ srcUrl, url }) => {
      const tabs = await chrome.tabs.query({ active: true });
      const tab = tabs.find((one) => one.url === url) ?? tabs[0];
      const info = { menuItemId: 'add-picture', mediaType: 'image', srcUrl, frameId: 0, pageUrl: url, editable: false };
      const event = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: object, tab: object | undefined): void;
      };
      event.dispatch(info, tab);
    },
    { srcUrl, url: page.url() },
  );
}
