/** The whole library is in reach of the keyboard alone, and the focus goes along. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { chosen, find, found, type Gallery, names, openGallery } from './gallery.ts';

let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());
beforeEach(async () => {
  page = await gallery.open();
});
afterEach(() => page.close());

const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('everything is done with the keyboard alone', async () => {
  await find(page, '1046', 6);
  const all = await names(page);
  await page.locator('.meme .open').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await eventually(focused, (label) => label.includes(all[1] ?? '?'))).toBe(`Details of ${all[1]}`);
  await page.keyboard.press('End');
  expect(await eventually(focused, (label) => label.includes(all[5] ?? '?'))).toBe(`Details of ${all[5]}`);
  await page.keyboard.press(' ');
  await chosen(page).getByText('1 meme selected').waitFor();
  await page.keyboard.press('Escape');
  await chosen(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await eventually(focused, (label) => label.includes(all[5] ?? '?'))).toBe(`Details of ${all[5]}`);
  await page.keyboard.press('Delete');
  await found(page, 5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await found(page, 6);
});

test('the far end of the library is one key away, and the focus goes along', async () => {
  await page.locator('.meme .open').first().focus();
  await page.keyboard.press('End');
  const last = await eventually(focused, (label) => label !== '' && label !== 'Memes');
  await page.keyboard.press('Home');
  await eventually(focused, (label) => label !== last && label.startsWith('Details of'));
  expect(await page.evaluate(() => scrollY)).toBeLessThan(400);
});
