/** The library page with 600 memes of 1,800 faces, in the real extension, and what a person finds on it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { seedLibrary } from '../../../tools/driver/seed-library.ts';
import { eventually, launchGurn } from '../support/extension.ts';

/** The memes that are made up; the starter stickers are there besides. */
export const MADE = 600;
const LIBRARY = 'src/pages/library/index.html';

export interface Gallery {
  readonly stickers: number;
  /** Opens the page and waits until all memes are on it. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const gurn = await launchGurn({ camera: 'none' });
  const { model, prototypes } = JSON.parse(await readFile('models/prototypes.json', 'utf8')) as {
    model: string;
    prototypes: { mean: number[] }[];
  };
  const opened = await gurn.context.newPage();
  await opened.goto(gurn.url(LIBRARY));
  const stickers = await eventually(
    () => headCount(opened),
    (count) => count > 50,
  );
  await opened.goto(gurn.url('manifest.json'));
  await opened.evaluate(seedLibrary, { memes: MADE, faces: 1800, model, means: prototypes.map(({ mean }) => mean) });
  await opened.close();
  return {
    stickers,
    async open() {
      const page = await gurn.context.newPage();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(gurn.url(LIBRARY));
      await eventually(
        () => headCount(page),
        (count) => count > MADE,
      );
      return page;
    },
    close: () => gurn.close(),
  };
}

export const numberIn = (text: string | null): number => Number.parseInt((text ?? '').replace(/\D/g, '') || '-1', 10);

/** The number of memes in the page's head. */
export const headCount = async (page: Page): Promise<number> =>
  numberIn(await page.locator('header [role=status]').textContent());

export const search = (page: Page): Locator => page.getByRole('searchbox');
export const cards = (page: Page): Locator => page.locator('.meme');
export const names = (page: Page): Promise<string[]> => page.locator('.meme .name').allTextContents();
export const chosen = (page: Page): Locator => page.getByRole('region', { name: 'Selected memes' });

/** Shows what `words` find, all of it made up, the newest first. */
export async function find(page: Page, words: string, count: number): Promise<void> {
  await search(page).fill(words);
  await found(page, count);
}
export const found = (page: Page, count: number): Promise<void> =>
  page.getByText(new RegExp(`^${count} memes found`)).waitFor();
