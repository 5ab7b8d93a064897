/** What a person changes in the library: tags and names, of one meme or many, and what is deleted can be had back. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cards, chosen, find, found, type Gallery, headCount, names, openGallery, search } from './gallery.ts';

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

test('many are picked by click, Shift and Ctrl, get a tag together, and all of a filter are picked at once', async () => {
  await find(page, '1043', 6);
  await cards(page).nth(1).getByRole('checkbox').click();
  await cards(page)
    .nth(3)
    .getByRole('button', { name: 'Details' })
    .click({ modifiers: ['Shift'] });
  await cards(page)
    .nth(2)
    .getByRole('button', { name: 'Details' })
    .click({ modifiers: ['Control'] });
  await chosen(page).getByText('2 memes selected').waitFor();
  await chosen(page).getByLabel('Tags').fill('brand new, shiny');
  await chosen(page).getByRole('button', { name: 'Add tag' }).click();
  await chosen(page).getByText('2 memes changed.').waitFor();
  await find(page, 'shiny', 2);
  await find(page, '1043', 6);
  await chosen(page).getByRole('button', { name: 'Select all 6' }).click();
  await chosen(page).getByText('6 memes selected').waitFor();
  await chosen(page).getByLabel('Tags').fill('shiny');
  await chosen(page).getByRole('button', { name: 'Remove tag' }).click();
  await chosen(page).getByText('2 memes changed.').waitFor();
  await chosen(page).getByRole('button', { name: 'Clear selection' }).click();
  await chosen(page).waitFor({ state: 'detached' });
});

test('the picked ones are deleted together and can be had back together', async () => {
  const before = await headCount(page);
  await find(page, '1044', 6);
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .focus();
  await page.keyboard.press('Control+a');
  await chosen(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No meme is like that').waitFor();
  expect(await headCount(page)).toBe(before - 6);
  await page.getByText('6 memes deleted.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await found(page, 6);
  expect(await headCount(page)).toBe(before);
});

test('the details tell all and take a new name and tags, which last', async () => {
  await find(page, '1045', 6);
  await cards(page).first().getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog');
  for (const fact of ['480 × 360', 'https://example.org/', 'part 1045.', 'Nov 14, 2023', 'found in the picture'])
    await details.getByText(fact).first().waitFor();
  await details.getByLabel('Name').fill('A name of its own');
  await details.getByLabel('Tags').fill('treasure');
  await page.keyboard.press('Enter');
  await details.getByRole('button', { name: 'Remove the tag treasure' }).waitFor();
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await page.reload();
  await search(page).fill('treasure');
  await page.getByText('1 meme found').waitFor();
  expect(await names(page)).toEqual(['A name of its own']);
});
