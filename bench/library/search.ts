import type { Page } from 'playwright-core';

/** Milliseconds from a person's act until the page shows what came of it. */
export interface Search {
  /** Typing the last letter of two words. */
  readonly words: number;
  /** The first use of an expression: every face is read and named. */
  readonly faces: number;
  /** Choosing an expression afterwards. */
  readonly expression: number;
  readonly tag: number;
  readonly byName: number;
  readonly selectAll: number;
}

/** Runs `act` in the page and waits for the second frame after it: what it changed is painted then. */
const timed = (page: Page, act: { selector: string; value: string }): Promise<number> =>
  page.evaluate(
    ({ selector, value }) =>
      new Promise<number>((resolve, reject) => {
        const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
        if (!field) return reject(new Error(`no ${selector}`));
        const begun = performance.now();
        field.value = value;
        field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
      }),
    act,
  );

export async function search(page: Page): Promise<Search> {
  await timed(page, { selector: '.search', value: 'grumpy ca' });
  const words = await timed(page, { selector: '.search', value: 'grumpy cat' });
  await timed(page, { selector: '.search', value: '' });
  const begun = performance.now();
  await page.getByLabel('Expression').focus();
  await page.waitForFunction(() => performance.getEntriesByName('gurn:insight').length > 0, null, { timeout: 120_000 });
  const faces = performance.now() - begun;
  const expression = await timed(page, { selector: '[aria-label=Expression]', value: '7' });
  await timed(page, { selector: '[aria-label=Expression]', value: '' });
  const tag = await timed(page, { selector: '[aria-label=Tag]', value: 'film' });
  await timed(page, { selector: '[aria-label=Tag]', value: '' });
  const byName = await timed(page, { selector: '[aria-label=Order]', value: 'name' });
  await page.locator('.meme .open').first().focus();
  const selecting = performance.now();
  await page.keyboard.press('Control+a');
  await page.getByRole('region', { name: 'Selected memes' }).waitFor();
  return { words, faces, expression, tag, byName, selectAll: performance.now() - selecting };
}

/** Milliseconds to read every meme's record: all at once, and by a cursor. */
export const readings = (page: Page): Promise<{ getAll: number; cursor: number }> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('gurn'));
    const memes = () => db.transaction('memes').objectStore('memes');
    let begun = performance.now();
    await done(memes().getAll());
    const getAll = performance.now() - begun;
    begun = performance.now();
    await new Promise<void>((resolve) => {
      const request = memes().openCursor();
      request.onsuccess = () => (request.result ? request.result.continue() : resolve());
    });
    const cursor = performance.now() - begun;
    db.close();
    return { getAll, cursor };
  });
