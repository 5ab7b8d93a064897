/** A library that cannot be opened, or of which a part is broken: what people see, and what they can save. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/library/migrations.ts';
import { readPack } from '../../src/library/packs/index.ts';
import { STORES } from '../../src/library/schema.ts';
import { violations } from './support/accessibility.ts';
import { eventually, type Gurn, launchGurn } from './support/extension.ts';

const PAGES = { library: 'src/pages/library/index.html', recovery: 'src/pages/recovery/index.html' };

let gurn: Gurn;
beforeAll(async () => {
  gurn = await launchGurn();
});
afterAll(() => gurn.close());

async function open(path: string): Promise<Page> {
  const page = await gurn.context.newPage();
  // Its dialog for saving can be answered by no test; without it the browser downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(gurn.url(path));
  return page;
}

async function memes(page: Page): Promise<number> {
  const words = await page.locator('header [role=status]').textContent();
  return Number.parseInt((words ?? '').replace(',', ''), 10);
}

/** As a newer Gurn leaves it. */
const makeNewer = (page: Page): Promise<void> =>
  page.evaluate(
    (version) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('gurn', version);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
    VERSION + 1,
  );

/** As a failing disk leaves it: the right version, one store too few. */
const loseStore = (page: Page, lost: string): Promise<void> =>
  page.evaluate(
    ([version, stores]) =>
      new Promise((resolve, reject) => {
        indexedDB.deleteDatabase('gurn');
        const opening = indexedDB.open('gurn', version);
        opening.onupgradeneeded = () => {
          for (const store of stores) opening.result.createObjectStore(store);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
    [VERSION, STORES.filter((store) => store !== lost)] as const,
  );

const losePicture = (page: Page, id: string): Promise<void> =>
  page.evaluate(
    (meme) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('gurn');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['bytes', 'thumbs'], 'readwrite');
          tx.objectStore('bytes').delete(meme);
          tx.objectStore('thumbs').delete(meme);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    id,
  );

describe('the room for the library', () => {
  test('is told in the settings, and a warning when little is left', async () => {
    const page = await open(`${PAGES.library}#settings`);
    await page.getByText('Left on this computer').waitFor();
    await page.getByText('does not delete your memes by itself').waitFor();
    expect(await page.getByText('Little room is left').count()).toBe(0);
    const session = await page.context().newCDPSession(page);
    const origin = `chrome-extension://${gurn.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000_000 });
    await page.reload();
    await page.getByText('Little room is left').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.close();
  });
});

describe('a meme whose picture is lost', () => {
  test('is shown as such and can be deleted, while all others stay', async () => {
    const page = await open(PAGES.library);
    const before = await eventually(
      () => memes(page),
      (count) => count > 50,
    );
    const id = (await page.locator('.meme').first().getAttribute('data-meme')) ?? '';
    await losePicture(page, id);
    await page.reload();
    const card = page.locator(`.meme[data-meme="${id}"]`);
    await card.getByText('cannot be read').waitFor();
    await page.locator('.meme img').first().waitFor();
    await card.getByRole('button', { name: /^Details/ }).click();
    await page.getByRole('dialog').getByText('This picture cannot be read.').waitFor();
    await page.getByRole('button', { name: 'Delete this meme' }).click();
    await eventually(
      () => memes(page),
      (count) => count === before - 1,
    );
    await page.close();
  });
});

describe('a library of a newer Gurn', () => {
  test('is said to be one where it was wanted, and saved whole from the page that this leads to', async () => {
    const library = await open(PAGES.library);
    const count = await eventually(
      () => memes(library),
      (all) => all > 50,
    );
    await makeNewer(library);
    for (const path of ['src/popup/index.html', PAGES.library]) {
      const page = await open(path);
      await page.getByText('Your library cannot be opened').waitFor();
      await page.getByRole('link', { name: 'Rescue your memes' }).waitFor();
      await page.close();
    }
    await library.reload();
    const opening = gurn.context.waitForEvent('page');
    await library.getByRole('link', { name: 'Rescue your memes' }).click();
    await (await opening).close();

    const page = await open(PAGES.recovery);
    await page.getByRole('heading', { name: 'Your library is from a newer Gurn' }).waitFor();
    expect(await page.locator('#afresh').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'See what can be saved' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save [\d,]+ memes as a pack/ }).click();
    const pack = await readPack(new Blob([await readFile(await (await downloading).path())]));
    expect(pack.memes).toHaveLength(count);
    await page.getByText('Saved: gurn-rescued').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.close();
    await library.close();
  });

  test('is deleted only when that was typed, and once no other window holds it', async () => {
    const stubborn = await open(PAGES.recovery);
    await stubborn.getByRole('heading', { name: 'Your library is from a newer Gurn' }).waitFor();
    await stubborn.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.open('gurn').onsuccess = () => resolve();
        }),
    );
    const page = await open(PAGES.recovery);
    await page.getByText('None of this helps').click();
    const erase = page.getByRole('button', { name: 'Delete everything' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel('To delete everything, type').fill('delete');
    await erase.click();
    await page.getByText('Another window of Gurn still holds the library').waitFor();
    await stubborn.close();
    await page.getByRole('heading', { name: 'A fresh library is ready' }).waitFor();
    const opening = gurn.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open your library' }).click();
    const library = await opening;
    await eventually(
      () => memes(library),
      (count) => count > 50,
    );
    await library.close();
    await page.close();
  });
});

describe('a library that lost a part', () => {
  test('is said to be damaged, and opens again after a start afresh', async () => {
    const page = await open(PAGES.recovery);
    await page.getByRole('heading', { name: 'Your library opens' }).waitFor();
    await loseStore(page, 'faces');
    await page.reload();
    await page.getByRole('heading', { name: 'A part of your library is damaged' }).waitFor();
    await page.getByRole('button', { name: 'See what can be saved' }).click();
    await page.getByText('No picture in it can be read.').waitFor();
    await page.getByLabel('To delete everything, type').fill('delete');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('heading', { name: 'A fresh library is ready' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Your library opens' }).waitFor();
    await page.close();
  });
});
