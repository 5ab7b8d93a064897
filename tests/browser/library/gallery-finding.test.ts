/** Among many memes one is found: by words, tag, movement, expression, and by the order. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { cards, find, found, type Gallery, MADE, names, openGallery, search } from './gallery.ts';

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

test('words, tag, movement, expression and "no face" each leave what they should, and can be cleared', async () => {
  await find(page, '1042', 6);
  expect(await names(page)).toHaveLength(6);
  await page.getByRole('button', { name: 'Clear' }).click();

  await page.getByRole('button', { name: 'Animated' }).click();
  await found(page, MADE / 10);
  await page.getByRole('button', { name: 'No face' }).click();
  await found(page, MADE / 20);
  await page.getByText('no face ·').first().waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();

  const expressions = page.getByLabel('Expression');
  const options = await eventually(
    () => expressions.locator('option').allTextContents(),
    (all) => all.length > 20,
  );
  const [, name = '', count = ''] = /^(.*) \((\d+)\)$/.exec(options[3] ?? '') ?? [];
  await expressions.selectOption({ index: 3 });
  await found(page, Number(count));
  await cards(page).first().hover();
  await cards(page).first().locator('.worn', { hasText: name }).waitFor();

  await search(page).fill('nothing is called this');
  await page.getByText('No meme is like that').waitFor();
  await page.getByRole('button', { name: 'Show all memes' }).click();
  await cards(page).first().waitFor();
  expect(await search(page).inputValue()).toBe('');
});

test('the order is by name, use or time', async () => {
  await find(page, '1042', 6);
  const newest = await names(page);
  await page.getByLabel('Order').selectOption('Oldest first');
  await eventually(
    () => names(page),
    (now) => now.join() === newest.toReversed().join(),
  );
  await page.getByLabel('Order').selectOption('By name');
  const byName = newest.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  await eventually(
    () => names(page),
    (now) => now.join() === byName.join(),
  );
});
