import type { Page } from 'puppeteer-core';
import type { FirefoxGurn } from '../../../tools/driver/firefox/extension.ts';
import { eventually } from '../../browser/support/eventually.ts';

/** The entry's element, by the name that Firefox gives it, in the menu that is open over the page. */
const ENTRY = `[...document.querySelectorAll('#contentAreaContextMenu [id$="-menuitem-_add-picture"]')][0]`;

/** Shows a picture in the page, really right-clicks it and really chooses "Add to Gurn". */
export async function chooseAddToGurn({ window }: FirefoxGurn, page: Page, src: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (source) => {
    const image = Object.assign(new Image(), { src: source, alt: 'Best day ever', id: 'to-add', width: 320 });
    document.body.prepend(image);
    await image.decode();
  }, src);
  await page.click('#to-add', { button: 'right' });
  await eventually(() => window.evaluate(`Boolean(${ENTRY})`));
  await window.evaluate(`document.getElementById('contentAreaContextMenu').activateItem(${ENTRY})`);
}
