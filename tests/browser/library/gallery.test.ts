/** The library page with 600 memes of 1,800 faces, in the real extension: what a person sees and does. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedLibrary } from '../../../tools/driver/seed-library.ts';
import { violations } from '../support/accessibility.ts';
import { eventually, type Gurn, launchGurn } from '../support/extension.ts';

const MADE = 600;
const LIBRARY = 'src/pages/library/index.html';

let gurn: Gurn;
let page: Page;
let stickers = 0;

beforeAll(async () => {
  gurn = await launchGurn({ camera: 'none' });
  const { model, prototypes } = JSON.parse(await readFile('models/prototypes.json', 'utf8')) as {
    model: string;
    prototypes: { mean: number[] }[];
  };
  const opened = await gurn.context.newPage();
  await opened.goto(gurn.url(LIBRARY));
  stickers = await eventually(
    () => headCount(opened),
    (count) => count > 50,
  );
  await opened.goto(gurn.url('manifest.json'));
  await opened.evaluate(seedLibrary, { memes: MADE, faces: 1800, model, means: prototypes.map(({ mean }) => mean) });
  await opened.close();
});
afterAll(() => gurn.close());

beforeEach(async () => {
  page = await gurn.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(gurn.url(LIBRARY));
  await eventually(
    () => headCount(page),
    (count) => count > MADE,
  );
});
afterEach(() => page.close());

const numberIn = (text: string | null): number => Number.parseInt((text ?? '').replace(/\D/g, '') || '-1', 10);

/** The number of memes in the page's head. */
const headCount = async (view: Page): Promise<number> =>
  numberIn(await view.locator('header [role=status]').textContent());

const search = () => page.getByRole('searchbox');
const cards = () => page.locator('.meme');
/** Shows what `words` find, all of it made up, the newest first. */
async function find(words: string, count: number): Promise<void> {
  await search().fill(words);
  await found(count);
}
const found = (count: number) => page.getByText(new RegExp(`^${count} memes found`)).waitFor();
const names = () => page.locator('.meme .name').allTextContents();
const chosen = () => page.getByRole('region', { name: 'Selected memes' });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

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
    expect(await cards().count()).toBeLessThan(90);
  }
  const rows = await page.getByRole('row').last().getAttribute('aria-rowindex');
  expect(Number(rows)).toBe(Number(await page.getByRole('grid').getAttribute('aria-rowcount')));
});

test('a meme’s faces are outlined where they are, with the names of their expressions, under the pointer', async () => {
  await find('wizard', await numberFound('wizard'));
  const card = cards().filter({ hasText: '3 faces' }).first();
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
  await search().fill(words);
  return eventually(
    async () => numberIn(await page.locator('.result').textContent()),
    (count) => count > 0 && count < MADE,
  );
}

test('words, tag, movement, expression and "no face" each leave what they should, and can be cleared', async () => {
  await find('1042', 6);
  expect(await names()).toHaveLength(6);
  await page.getByRole('button', { name: 'Clear' }).click();

  await page.getByRole('button', { name: 'Animated' }).click();
  await found(MADE / 10);
  await page.getByRole('button', { name: 'No face' }).click();
  await found(MADE / 20);
  await page.getByText('no face ·').first().waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();

  const expressions = page.getByLabel('Expression');
  const options = await eventually(
    () => expressions.locator('option').allTextContents(),
    (all) => all.length > 20,
  );
  const [, name = '', count = ''] = /^(.*) \((\d+)\)$/.exec(options[3] ?? '') ?? [];
  await expressions.selectOption({ index: 3 });
  await found(Number(count));
  await cards().first().hover();
  await cards().first().locator('.worn', { hasText: name }).waitFor();

  await search().fill('nothing is called this');
  await page.getByText('No meme is like that').waitFor();
  await page.getByRole('button', { name: 'Show all memes' }).click();
  await cards().first().waitFor();
  expect(await search().inputValue()).toBe('');
});

test('the order is by name, use or time', async () => {
  await find('1042', 6);
  const newest = await names();
  await page.getByLabel('Order').selectOption('Oldest first');
  await eventually(names, (now) => now.join() === newest.toReversed().join());
  await page.getByLabel('Order').selectOption('By name');
  const byName = newest.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  await eventually(names, (now) => now.join() === byName.join());
});

test('many are picked by click, Shift and Ctrl, get a tag together, and all of a filter are picked at once', async () => {
  await find('1043', 6);
  await cards().nth(1).getByRole('checkbox').click();
  await cards()
    .nth(3)
    .getByRole('button', { name: 'Details' })
    .click({ modifiers: ['Shift'] });
  await cards()
    .nth(2)
    .getByRole('button', { name: 'Details' })
    .click({ modifiers: ['Control'] });
  await chosen().getByText('2 memes selected').waitFor();
  await chosen().getByLabel('Tags').fill('brand new, shiny');
  await chosen().getByRole('button', { name: 'Add tag' }).click();
  await chosen().getByText('2 memes changed.').waitFor();
  await find('shiny', 2);
  await find('1043', 6);
  await chosen().getByRole('button', { name: 'Select all 6' }).click();
  await chosen().getByText('6 memes selected').waitFor();
  await chosen().getByLabel('Tags').fill('shiny');
  await chosen().getByRole('button', { name: 'Remove tag' }).click();
  await chosen().getByText('2 memes changed.').waitFor();
  await chosen().getByRole('button', { name: 'Clear selection' }).click();
  await chosen().waitFor({ state: 'detached' });
});

test('the picked ones are deleted together and can be had back together', async () => {
  const before = await headCount(page);
  await find('1044', 6);
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .focus();
  await page.keyboard.press('Control+a');
  await chosen().getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No meme is like that').waitFor();
  expect(await headCount(page)).toBe(before - 6);
  await page.getByText('6 memes deleted.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await found(6);
  expect(await headCount(page)).toBe(before);
});

test('the details tell all and take a new name and tags, which last', async () => {
  await find('1045', 6);
  await cards().first().getByRole('button', { name: 'Details' }).click();
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
  await search().fill('treasure');
  await page.getByText('1 meme found').waitFor();
  expect(await names()).toEqual(['A name of its own']);
});

test('everything is done with the keyboard alone', async () => {
  await find('1046', 6);
  const all = await names();
  await page.locator('.meme .open').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await eventually(focused, (label) => label.includes(all[1] ?? '?'))).toBe(`Details of ${all[1]}`);
  await page.keyboard.press('End');
  expect(await eventually(focused, (label) => label.includes(all[5] ?? '?'))).toBe(`Details of ${all[5]}`);
  await page.keyboard.press(' ');
  await chosen().getByText('1 meme selected').waitFor();
  await page.keyboard.press('Escape');
  await chosen().waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await eventually(focused, (label) => label.includes(all[5] ?? '?'))).toBe(`Details of ${all[5]}`);
  await page.keyboard.press('Delete');
  await found(5);
  await page.getByRole('button', { name: 'Undo' }).click();
  await found(6);
});

test('the far end of the library is one key away, and the focus goes along', async () => {
  await page.locator('.meme .open').first().focus();
  await page.keyboard.press('End');
  const last = await eventually(focused, (label) => label !== '' && label !== 'Memes');
  await page.keyboard.press('Home');
  await eventually(focused, (label) => label !== last && label.startsWith('Details of'));
  expect(await page.evaluate(() => scrollY)).toBeLessThan(400);
});

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
  await find('1047', 6);
  await eventually(missing, (count) => count >= 6);
  await eventually(
    () => cards().locator('img').count(),
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
  await cards().first().waitFor();
});

test.each([
  [1280, ['light', 'dark']],
  [800, ['light']],
] as const)('at %d pixels the grid, a selection and the details are accessible and fit', async (width, schemes) => {
  await page.setViewportSize({ width, height: 800 });
  await find('1049', 6);
  await cards().first().getByRole('checkbox').click();
  await cards().nth(1).hover();
  for (const opened of [false, true]) {
    if (opened) {
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await cards().first().getByRole('button', { name: 'Details' }).click();
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
  expect(await headCount(page)).toBe(MADE + stickers);
});
