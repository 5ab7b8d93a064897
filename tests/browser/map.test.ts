/** The expression map in the real extension: 240 made-up memes of 720 faces and the stickers, and a face at the camera. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedLibrary } from '../../tools/driver/seed-library.ts';
import { violations } from './support/accessibility.ts';
import { eventually } from './support/extension.ts';
import { watchTracks } from './support/tracks.ts';
import { createWorld, type World } from './support/world.ts';

const MAP = 'src/pages/library/index.html#map';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await createWorld();
  await world.film([await world.picture('laugh')]);
  const { model, prototypes } = JSON.parse(await readFile('models/prototypes.json', 'utf8')) as {
    model: string;
    prototypes: { mean: number[] }[];
  };
  const opened = await world.gurn.context.newPage();
  await opened.goto(world.gurn.url('src/pages/library/index.html'));
  await opened.locator('.meme').first().waitFor();
  await opened.goto(world.gurn.url('manifest.json'));
  const means = prototypes.map(({ mean }) => mean);
  await opened.evaluate(seedLibrary, { memes: 240, faces: 720, model, means });
  await opened.close();
});
afterAll(() => world.end());

beforeEach(async () => {
  page = await world.gurn.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(world.gurn.url(MAP));
});
afterEach(() => page.close());

const map = () => page.getByRole('application', { name: 'Expression map' });
const panel = () => page.getByRole('complementary', { name: 'Faces like this one' });
const pointed = () => page.locator('.map-pointed');

/** How many pixels of the map are painted. */
const painted = (): Promise<number> =>
  page.locator('.map-frame canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at]) count += 1;
    return count;
  });

/** How many pixels of the map have the colour that no face has, only marks. */
const marked = (): Promise<number> =>
  page.locator('.map-frame canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const accent = getComputedStyle(canvas).getPropertyValue('--accent-ink').trim();
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const colour = [pixels[at], pixels[at + 1], pixels[at + 2]].map((part) => part?.toString(16).padStart(2, '0'));
      if (`#${colour.join('')}` === accent) count += 1;
    }
    return count;
  });

/** What is stored: when it was laid out, and how many faces and names it holds. */
const stored = (): Promise<{ at: number; count: number } | undefined> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('gurn'));
    const [layout] = await done(db.transaction('layouts').objectStore('layouts').getAll());
    db.close();
    return layout && { at: layout.at, count: layout.keys.length };
  });

test('every face is laid out, with progress, can be stopped, and is kept for the next look', async () => {
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The map was not finished').waitFor();
  expect(await stored()).toBeUndefined();
  await page.getByRole('button', { name: 'Show the map' }).click();
  await page.getByRole('progressbar').waitFor();
  await map().waitFor();
  const first = await eventually(stored);
  expect(first?.count).toBeGreaterThan(720 + 100);
  await eventually(painted, (pixels) => pixels > 5000);

  await page.reload();
  await map().waitFor();
  expect(await stored()).toEqual(first);
  await page.getByRole('button', { name: 'Lay out again' }).click();
  await map().waitFor();
  await eventually(stored, (now) => (now?.at ?? 0) > (first?.at ?? 0));
});

test('a face is found, chosen and followed to its neighbours and their details, by keys alone', async () => {
  await map().waitFor();
  await page.getByLabel('Go to an expression').selectOption('smirk');
  await map().focus();
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await pointed().locator('strong').waitFor();
  await page.keyboard.press('Enter');
  await panel().getByRole('listitem').nth(11).waitFor();
  expect(await panel().getByRole('listitem').count()).toBe(12);
  const chosen = await panel().locator('.map-face strong').first().textContent();
  // The name under the pointer is read meanwhile.
  await eventually(
    () => pointed().locator('strong').textContent(),
    (name) => name === chosen,
  );
  expect(await violations(page)).toEqual([]);

  const second = await panel().getByRole('listitem').first().locator('strong').textContent();
  await panel().getByRole('listitem').first().getByRole('button', { name: 'Faces like' }).press('Enter');
  await eventually(
    () => panel().locator('.map-face strong').first().textContent(),
    (now) => now === second,
  );
  await panel().getByRole('button', { name: 'Details' }).first().press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await map().focus();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
});

test('the wheel comes nearer, the pointer names a face, a click chooses it', async () => {
  await map().waitFor();
  await page.getByLabel('Go to an expression').selectOption('smirk');
  const box = await map().boundingBox();
  if (!box) throw new Error('the map is not shown');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await eventually(painted, (pixels) => pixels > 1000);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -100);
  await eventually(painted, (pixels) => pixels !== before);
  const over = page.locator('.map-frame.over');
  for (let spot = 0; spot < 60 && (await over.count()) === 0; spot += 1) {
    // Outwards, in a spiral that leaves no gap wider than a dot can be pointed at from.
    await page.mouse.move(
      x + 8 * Math.sqrt(spot) * Math.cos(2.4 * spot),
      y + 8 * Math.sqrt(spot) * Math.sin(2.4 * spot),
    );
  }
  const name = await eventually(() => pointed().locator('strong').textContent());
  await page.mouse.down();
  await page.mouse.up();
  await eventually(
    () => panel().locator('.map-face strong').first().textContent(),
    (now) => now === name,
  );
});

test('a new face takes its place without a new layout', async () => {
  await map().waitFor();
  const before = await eventually(stored);
  const [id] = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('gurn'));
    const tx = db.transaction('faces', 'readwrite');
    const face = await done(tx.objectStore('faces').get(IDBKeyRange.lowerBound(300)));
    const { key: _, ...copy } = face;
    await done(tx.objectStore('faces').add(copy));
    db.close();
    new BroadcastChannel('gurn.library').postMessage({ type: 'faces', ids: [face.meme] });
    return [face.meme as string];
  });
  expect(id).toMatch(/^[0-9a-f]{64}$/);
  await eventually(stored, (now) => now?.count === (before?.count ?? 0) + 1);
  expect(await page.getByRole('progressbar').count()).toBe(0);
});

test('the camera is off until it is switched on, says and marks what it sees, and goes out with the section', async () => {
  await map().waitFor();
  expect(await world.gurn.hasOffscreen()).toBe(false);
  const button = page.getByRole('switch', { name: 'Show where my face is' });
  const seen = page.getByText(/You look like: \w+/);
  await eventually(painted, (pixels) => pixels > 5000);
  expect(await marked()).toBeLessThan(20);
  await button.click();
  await seen.waitFor({ timeout: 60_000 });
  await eventually(marked, (pixels) => pixels > 100);
  const tracks = await watchTracks(await world.gurn.offscreen());
  await button.click();
  await seen.waitFor({ state: 'detached' });
  await eventually(marked, (pixels) => pixels < 20);
  await button.click();
  await seen.waitFor({ timeout: 60_000 });
  expect(await tracks()).toEqual(['live']);
  await page.getByRole('link', { name: 'Memes' }).click();
  await eventually(tracks, (states) => states.join() === 'ended');
});
