/** A large library is shown: what is near the window, with its faces, to everyone, or that it cannot be read. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { eventually } from '../support/extension.ts';
import { cards, find, type Gallery, headCount, MADE, numberIn, openGallery, search } from './gallery.ts';

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

test('only the rows near the window are drawn, wherever it is scrolled, and their pictures are shown', async () => {
  for (const end of [false, true]) {
    if (end) await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('.meme')].filter((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        return bottom > 200 && top < innerHeight;
      });
      return seen.length > 5 && seen.every((card) => card.querySelector('img')?.complete);
    });
    expect(await cards(page).count()).toBeLessThan(90);
  }
  const rows = await page.getByRole('row').last().getAttribute('aria-rowindex');
  expect(Number(rows)).toBe(Number(await page.getByRole('grid').getAttribute('aria-rowcount')));
});

test('a meme’s faces are outlined where they are, with the names of their expressions, under the pointer', async () => {
  await find(page, 'wizard', await numberFound('wizard'));
  const card = cards(page).filter({ hasText: '3 faces' }).first();
  expect(await card.locator('.outline').count()).toBe(0);
  await card.hover();
  await card.locator('.worn').waitFor();
  expect(await card.locator('.outline').count()).toBe(3);
  // The first face's box is 20 120 120 120 of 480 × 360 pixels, shown whole in a square.
  const frame = await card.locator('.frame').boundingBox();
  const box = await card.locator('.outline').first().boundingBox();
  const unit = (frame?.width ?? 0) / 480;
  expect((box?.x ?? 0) - (frame?.x ?? 0)).toBeCloseTo(20 * unit, 0);
  expect((box?.y ?? 0) - (frame?.y ?? 0)).toBeCloseTo(60 * unit + 120 * unit, 0);
  expect(box?.width).toBeCloseTo(120 * unit, 0);
});

/** How many memes the words find. */
async function numberFound(words: string): Promise<number> {
  await search(page).fill(words);
  return eventually(
    async () => numberIn(await page.locator('.result').textContent()),
    (count) => count > 0 && count < MADE,
  );
}

test('a picture without a thumbnail gets one when it is seen', async () => {
  const missing = (): Promise<number> =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gurn');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const count = await new Promise<number>((resolve) => {
        const request = db.transaction('thumbs').objectStore('thumbs').count();
        request.onsuccess = () => resolve(request.result);
      });
      db.close();
      return count;
    });
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('gurn');
        request.onsuccess = () => {
          const tx = request.result.transaction('thumbs', 'readwrite');
          tx.objectStore('thumbs').clear();
          tx.oncomplete = () => resolve(request.result.close());
          tx.onabort = () => reject(tx.error);
        };
      }),
  );
  await page.reload();
  await find(page, '1047', 6);
  await eventually(missing, (count) => count >= 6);
  await eventually(
    () => cards(page).locator('img').count(),
    (count) => count === 6,
  );
});

test('a library that cannot be read says so and is read when asked again', async () => {
  await page.addInitScript(() => {
    const getAll = IDBObjectStore.prototype.getAll;
    let failures = 1;
    IDBObjectStore.prototype.getAll = function (...args) {
      if (this.name === 'memes' && failures-- > 0) throw new DOMException('disk', 'UnknownError');
      return Reflect.apply(getAll, this, args);
    };
  });
  await page.reload();
  await page.getByText('The library cannot be read').waitFor();
  await page.getByText('Restart the browser').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await cards(page).first().waitFor();
});

test.each([
  [1280, ['light', 'dark']],
  [800, ['light']],
] as const)('at %d pixels the grid, a selection and the details are accessible and fit', async (width, schemes) => {
  await page.setViewportSize({ width, height: 800 });
  await find(page, '1049', 6);
  await cards(page).first().getByRole('checkbox').click();
  await cards(page).nth(1).hover();
  for (const opened of [false, true]) {
    if (opened) {
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await cards(page).first().getByRole('button', { name: 'Details' }).click();
      await page.getByRole('dialog').getByText('found in the picture').first().waitFor();
    }
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), `${colorScheme}, ${opened}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('the starter stickers are among them', async () => {
  expect(await headCount(page)).toBe(MADE + gallery.stickers);
});
