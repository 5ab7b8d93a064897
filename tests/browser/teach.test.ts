/** A picture without a face is taught one in front of the camera, and is found by it from then on. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { Face } from '../../src/library/schema.ts';
import { addToLibrary, memesIn } from '../../tools/driver/library.ts';
import { liveResult } from '../../tools/driver/live.ts';
import type { ShotName } from '../../tools/driver/shots.ts';
import { press, result, toasts } from './add/toasts.ts';
import { eventually } from './support/eventually.ts';
import { clickAddToGurn } from './support/right-click.ts';
import { watchTracks } from './support/tracks.ts';
import { createWorld, type World } from './support/world.ts';

const PATIENCE = 90_000;

let world: World;
/** Whether `world` stands, and no test has failed in it. */
let stands = false;
/** Every camera track since the beginning. */
let tracks: () => Promise<string[]>;

// What a failed test left behind would fail the next, or the same test tried again.
beforeEach(async () => {
  if (stands) return;
  world = await createWorld();
  stands = true;
  const names = ['grin', 'thoughtful', 'astonished'] as const;
  const files = await Promise.all(
    names.map(async (name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await world.picture(name) })),
  );
  await addToLibrary(world.gurn, files);
  await world.film([await world.picture('pout')]);
  tracks = await watchTracks(await world.gurn.offscreen());
});
// A page that a test left open, or that closed an instant ago, would keep the camera on for the next test's.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return endWorld();
  const others = world.gurn.context.pages().filter((page) => page !== world.page);
  await Promise.all(others.map((page) => page.close()));
  await eventually(tracks, (states) => !states.includes('live'));
});
afterAll(endWorld);

async function endWorld(): Promise<void> {
  if (!stands) return;
  stands = false;
  await world.end();
}

/** A picture in which nobody would find a face: words on stripes. */
async function drawing(words: string): Promise<Buffer> {
  const png = await world.page.evaluate((text) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    for (let x = 0; x < 480; x += 40) {
      context.fillStyle = x % 80 ? '#2b5d8a' : '#f2b84b';
      context.fillRect(x, 0, 40, 360);
    }
    context.fillStyle = '#fff';
    context.fillRect(40, 130, 400, 100);
    context.fillStyle = '#111';
    context.font = 'bold 56px sans-serif';
    context.fillText(text, 70, 200);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, words);
  return Buffer.from(png, 'base64');
}

const idOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Adds the picture by right-click and "Add anyway", and takes the toast's way to the teaching page. */
async function addAndOpenTeaching(picture: Buffer): Promise<Page> {
  const { gurn, page } = world;
  const src = `data:image/png;base64,${picture.toString('base64')}`;
  await page.evaluate((source) => {
    const image = Object.assign(new Image(), { src: source });
    document.body.append(image);
    return image.decode();
  }, src);
  await clickAddToGurn(gurn, page, src);
  expect((await result(page, PATIENCE)).buttons).toEqual(['Add anyway', 'Close']);
  await press(page, 'Add anyway');
  await eventually(
    () => toasts(page),
    (shown) => shown.some(({ buttons }) => buttons.includes('Teach it a face')),
    PATIENCE,
  );
  const opening = gurn.context.waitForEvent('page');
  await press(page, 'Teach it a face');
  return opening;
}

/** The meme that ranks first for the shot in front of the camera. */
async function firstFor(shot: ShotName, expected: string): Promise<void> {
  await world.film([await world.picture(shot)]);
  const popup = await world.gurn.clickToolbar(world.page);
  await eventually(
    () => liveResult(popup, 3),
    ({ matches }) => matches[0]?.meme === expected,
    PATIENCE,
  );
  await world.gurn.closePopups();
}

it('a picture without a face is found by the face it was taught, and by no other', { timeout: 400_000 }, async () => {
  const picture = await drawing('DEADLINE');
  await teachPout(picture);
  await firstFor('pout', idOf(picture));
  await firstFor('grin', idOf(await world.picture('grin')));
});

/** Adds the picture, and teaches it the pout in front of the camera by keyboard. */
async function teachPout(picture: Buffer): Promise<void> {
  await world.film([await world.picture('pout')]);
  const teaching = await addAndOpenTeaching(picture);
  await teaching.locator('button:enabled', { hasText: 'Start' }).waitFor({ timeout: PATIENCE });
  await teaching.keyboard.press('Enter');
  await teaching.getByText('Hold it…').waitFor({ timeout: PATIENCE });
  await teaching.getByText('Learned. Pull that face and it will come.').waitFor({ timeout: PATIENCE });
  await teaching.getByRole('button', { name: 'Done' }).click();
  await eventually(() => teaching.isClosed());
}

/** The meme that the first test taught the pout; it is taught here where that test was not run or failed. */
async function taughtMeme(): Promise<string> {
  const picture = await drawing('DEADLINE');
  if (!(await originsOf(idOf(picture))).includes('taught')) await teachPout(picture);
  return idOf(picture);
}

/** Opens the teaching page of a picture that is in the library. */
async function openTeaching(meme: string): Promise<Page> {
  const page = await world.gurn.context.newPage();
  await page.goto(world.gurn.url(`src/pages/teach/index.html?meme=${meme}`));
  return page;
}

/** Presses Enter in the very moment that the page enables its button. */
async function enterAsSoonAsEnabled(teaching: Page): Promise<void> {
  await teaching.waitForLoadState();
  await teaching.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const press = (): void => {
          if (!document.querySelector('.controls .primary:enabled')) return;
          observer.disconnect();
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
          resolve();
        };
        const observer = new MutationObserver(press);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        press();
      }),
  );
}

type StoredFace = Pick<Face, 'origin' | 'box'> & { readonly embedding: readonly number[] };

/** A meme's faces as the database has them. */
async function facesOf(meme: string): Promise<StoredFace[]> {
  const worker = await world.gurn.worker();
  return worker.evaluate(async (id) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('gurn'));
    const faces: Face[] = await done(db.transaction('faces').objectStore('faces').index('meme').getAll(id));
    db.close();
    return faces.map(({ origin, box, embedding }) => ({ origin, box, embedding: [...embedding] }));
  }, meme);
}
const originsOf = async (meme: string) => (await facesOf(meme)).map(({ origin }) => origin);

it('what was taught can be forgotten, and the forgetting taken back', { timeout: 200_000 }, async () => {
  const meme = await taughtMeme();
  const teaching = await openTeaching(meme);
  await teaching.getByRole('button', { name: 'Forget: A face you taught it' }).click();
  await teaching.getByText('Forgotten: it no longer answers to that face.').waitFor();
  expect(await originsOf(meme)).toEqual([]);
  await teaching.getByRole('button', { name: 'Undo' }).click();
  await teaching.getByRole('button', { name: 'Forget: A face you taught it' }).waitFor();
  expect(await originsOf(meme)).toEqual(['taught']);
  await teaching.close();
});

it('a face in a box drawn with the mouse is read as the detector would have', { timeout: 200_000 }, async () => {
  const meme = idOf(await world.picture('grin'));
  const [detected] = await facesOf(meme);
  if (!detected?.box) throw new Error('no face was found in the photograph');
  const teaching = await openTeaching(meme);
  await teaching.getByRole('button', { name: 'Draw a box around a face' }).click();
  const { x, y, width = 0 } = (await teaching.locator('svg.drawing').boundingBox()) ?? { x: 0, y: 0 };
  const onScreen = (left: number, top: number) => [x + (left * width) / 640, y + (top * width) / 640] as const;
  const [left, top, boxWidth, boxHeight] = detected.box;
  await teaching.mouse.move(...onScreen(left, top));
  await teaching.mouse.down();
  await teaching.mouse.move(...onScreen(left + boxWidth, top + boxHeight), { steps: 5 });
  await teaching.mouse.up();
  await teaching.getByRole('button', { name: 'Save the box' }).click();
  await teaching.getByText('This picture answers to the face in your box now.').waitFor({ timeout: PATIENCE });
  const drawn = (await facesOf(meme)).find(({ origin }) => origin === 'drawn');
  for (const [i, part] of detected.box.entries()) expect(Math.abs((drawn?.box?.[i] ?? 0) - part)).toBeLessThan(4);
  const distance = Math.hypot(...detected.embedding.map((value, i) => value - (drawn?.embedding[i] ?? 0)));
  expect(distance).toBeLessThan(0.3);
  await teaching.getByRole('button', { name: 'Forget: A face you drew a box around' }).click();
  await eventually(async () => (await originsOf(meme)).join() === 'detected');
  await teaching.close();
});

it('a box is drawn with the keyboard, also where no detector sees a face', { timeout: 200_000 }, async () => {
  const meme = await taughtMeme();
  const { length } = await tracks();
  const teaching = await openTeaching(meme);
  await eventually(tracks, (states) => states.slice(length).join() === 'live', PATIENCE);
  await teaching.getByRole('button', { name: 'Draw a box around a face' }).press('Enter');
  await eventually(tracks, (states) => states.slice(length).join() === 'ended');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp']) {
    await teaching.keyboard.press(key);
  }
  await teaching.keyboard.press('Enter');
  await teaching.getByText('Gurn sees no face in your box').waitFor({ timeout: PATIENCE });
  const drawn = (await facesOf(meme)).find(({ origin }) => origin === 'drawn');
  // 480 by 360 pixels: half the height in the middle, moved twice to the right and once down, wider and lower by one.
  expect(drawn?.box?.map(Math.round)).toEqual([169, 100, 190, 170]);
  expect(Math.hypot(...(drawn?.embedding ?? []))).toBeCloseTo(1, 3);
  await teaching.close();
});

it('without a face in view nothing is learned, and the library goes on offering it', { timeout: 300_000 }, async () => {
  const { gurn } = world;
  await taughtMeme();
  const name = 'MONDAY';
  const picture = await drawing(name);
  await world.film([await drawing('AN EMPTY ROOM').then(toJpeg)]);
  const library = await gurn.context.newPage();
  await library.goto(gurn.url('src/pages/library/index.html'));
  await library
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name: `${name}.png`, mimeType: 'image/png', buffer: picture }]);
  const opening = gurn.context.waitForEvent('page');
  await library.getByRole('link', { name: `Teach ${name} a face` }).click({ timeout: PATIENCE });
  const teaching = await opening;
  await enterAsSoonAsEnabled(teaching);
  await teaching.getByText('There was hardly a face in view.').waitFor({ timeout: PATIENCE });
  await teaching.getByRole('button', { name: 'Try again' }).waitFor();
  await teaching.close();
  expect(await library.getByRole('link', { name: `Teach ${name} a face` }).count()).toBe(1);
  expect(await library.getByText('taught a face').count()).toBe(1);
  expect((await memesIn(gurn)).some(({ id }) => id === idOf(picture))).toBe(true);
});

it('keeps no camera on while nobody looks at the page', { timeout: 200_000 }, async () => {
  const [meme] = await memesIn(world.gurn);
  const { length } = await tracks();
  const teaching = await world.gurn.context.newPage();
  await teaching.goto(world.gurn.url(`src/pages/teach/index.html?meme=${meme?.id}`));
  const hide = (hidden: boolean) =>
    teaching.evaluate((value) => {
      // Playwright's pages all count as seen; a tab in the background says it is hidden.
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await eventually(tracks, (states) => states.slice(length).join() === 'live', PATIENCE);
  await hide(true);
  await eventually(tracks, (states) => states.slice(length).join() === 'ended');
  await hide(false);
  await eventually(tracks, (states) => states.slice(length).join() === 'ended,live', PATIENCE);
  await teaching.close();
  await eventually(tracks, (states) => states.slice(length).join() === 'ended,ended');
});

/** The film is made of JPEGs of a webcam's size. */
async function toJpeg(png: Buffer): Promise<Buffer> {
  const jpeg = await world.page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, 640, 480);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, png.toString('base64'));
  return Buffer.from(jpeg, 'base64');
}
