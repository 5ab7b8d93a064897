import type { Page } from 'playwright-core';
import type { Cost } from './cost.ts';

/** Milliseconds from a person's act until the page shows what came of it, and on the processor (the main thread). */
export interface Act {
  readonly ms: number;
  readonly cpu: number;
}

export interface Search {
  /** Typing the last letter of two words. */
  readonly words: Act;
  /** The first use of an expression: every face is read and named. */
  readonly faces: Act;
  /** Choosing an expression afterwards. */
  readonly expression: Act;
  readonly tag: Act;
  readonly byName: Act;
  readonly selectAll: Act;
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

export async function search(page: Page, cost: Cost): Promise<Search> {
  const measured = async (work: () => Promise<number>): Promise<Act> => {
    const before = await cost.cpu();
    return { ms: await work(), cpu: (await cost.cpu()) - before };
  };
  const choose = (selector: string, value: string) => measured(() => timed(page, { selector, value }));
  await choose('.search', 'grumpy ca');
  const words = await choose('.search', 'grumpy cat');
  await choose('.search', '');
  const faces = await measured(() => readFaces(page));
  const expression = await choose('[aria-label=Expression]', '7');
  await choose('[aria-label=Expression]', '');
  const tag = await choose('[aria-label=Tag]', 'film');
  await choose('[aria-label=Tag]', '');
  const byName = await choose('[aria-label=Order]', 'name');
  return { words, faces, expression, tag, byName, selectAll: await measured(() => selectAll(page)) };
}

async function readFaces(page: Page): Promise<number> {
  const begun = performance.now();
  await page.getByLabel('Expression').focus();
  await page.waitForFunction(() => performance.getEntriesByName('gurn:insight').length > 0, null, { timeout: 120_000 });
  return performance.now() - begun;
}

async function selectAll(page: Page): Promise<number> {
  await page.locator('.meme .open').first().focus();
  const begun = performance.now();
  await page.keyboard.press('Control+a');
  await page.getByRole('region', { name: 'Selected memes' }).waitFor();
  return performance.now() - begun;
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
