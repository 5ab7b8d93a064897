/** Bringing in many pictures: from every source, and through everything that may happen meanwhile. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { eventually } from '../support/extension.ts';
import { card, draw, ended, openStage, type Stage } from './stage.ts';

/** Pictures that all look different: parts of photographs. */
const MANY = 45;

let stage: Stage;
let page: Page;
let pictures: Buffer[];

const take = (from: number, to: number): Buffer[] => pictures.slice(from, to);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
const choose = (files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Choose files').last().setInputFiles(files);
const sources = async (): Promise<string[]> => (await stage.memes()).map(({ source }) => source).sort();

beforeAll(async () => {
  stage = await openStage();
  const studio = await stage.gurn.context.newPage();
  pictures = await draw(
    studio,
    Array.from({ length: MANY }, (_, seed) => ({ seed, width: 320 })),
  );
  await studio.close();
});
afterAll(() => stage.end());
afterEach(() => page.close());

/** An empty library page, and nothing in the library but stickers. */
async function start(): Promise<void> {
  page = await stage.open();
  const left = (await stage.memes()).map(({ id }) => id);
  await page.evaluate(clearImports, left);
  await page.reload();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
}

/** Runs in a page of the extension. */
async function clearImports(memes: string[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gurn');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tx = db.transaction(['imports', 'importItems', 'memes', 'bytes', 'thumbs', 'faces'], 'readwrite');
  tx.objectStore('imports').clear();
  tx.objectStore('importItems').clear();
  for (const store of ['memes', 'bytes', 'thumbs']) for (const id of memes) tx.objectStore(store).delete(id);
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
  const channel = new BroadcastChannel('gurn.library');
  if (memes.length > 0) channel.postMessage({ type: 'removed', ids: memes });
  channel.close();
}

test('a folder with folders in it: pictures are added with their small picture, the rest is told with its reason', async () => {
  const [one, two] = take(0, 2);
  const folder = join(stage.folder, 'memes');
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  await writeFile(join(folder, 'one.jpg'), one ?? '');
  await writeFile(join(folder, 'deep/er/two.jpg'), two ?? '');
  await writeFile(join(folder, 'deep/note.txt'), 'not a picture');
  await writeFile(join(folder, 'deep/lie.jpg'), 'This says that it is a JPEG.');
  await writeFile(join(folder, '.DS_Store'), 'litter');
  await start();
  await page.getByLabel('Choose a folder').last().setInputFiles(folder);
  const said = await ended(page);
  expect(said).toContain('2 pictures added');
  expect(said).toContain('2 left out');
  expect(said).toContain('note.txt: This is no picture, going by its name');
  expect(said).toContain('lie.jpg: This is a text file');
  expect(await sources()).toEqual(['memes/deep/er/two.jpg', 'memes/one.jpg']);
  for (const { fingerprint } of await stage.memes()) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('a folder dropped on the page is walked through', async () => {
  await start();
  const session = await stage.gurn.context.newCDPSession(page);
  const data = { items: [], files: [join(stage.folder, 'memes')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  expect(await ended(page)).toContain('2 pictures added');
  expect(await sources()).toEqual(['memes/deep/er/two.jpg', 'memes/one.jpg']);
});

test('a zip: its pictures come in, and what is in it besides is told', async () => {
  const [one, two, three] = take(2, 5);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, bytes] of [
    ['a/one.jpg', one],
    ['two.jpg', two],
    ['b/three.jpg', three],
  ] as const) {
    await writer.add(name, new Uint8ArrayReader(bytes ?? Buffer.alloc(0)));
  }
  await writer.add('__MACOSX/._one.jpg', new TextReader('litter'));
  await writer.add('readme.txt', new TextReader('hello'));
  await writer.add('bomb.png', new Uint8ArrayReader(new Uint8Array(33 * 1024 * 1024)));
  const zip = Buffer.from(await writer.close());
  await start();
  await choose([file('pack.zip', zip), file('broken.zip', zip.subarray(0, 5000))]);
  const said = await ended(page);
  expect(said).toContain('3 pictures added');
  expect(said).toContain('readme.txt: This is no picture');
  expect(said).toContain('bomb.png: The file is too large (33 MB)');
  expect(said).toContain('broken.zip: This zip file is damaged or incomplete');
  expect(await sources()).toEqual(['pack.zip/a/one.jpg', 'pack.zip/b/three.jpg', 'pack.zip/two.jpg']);
});

test('the same bytes come in once; a smaller copy is offered for merging, and the larger picture stays', async () => {
  const studio = await stage.gurn.context.newPage();
  const [small, large] = await draw(studio, [
    { seed: 6, width: 200, type: 'image/webp' },
    { seed: 6, width: 480 },
  ]);
  await studio.close();
  if (!small || !large) throw new Error('nothing was drawn');
  await start();
  await choose([file('little.webp', small), file('again.webp', small)]);
  expect(await ended(page)).toContain('1 already in your library');
  await choose([file('grand.jpg', large)]);
  await page.getByText('1 picture looks like one you have').waitFor();
  expect(await stage.memes()).toHaveLength(2);
  await card(page).getByRole('button', { name: 'Merge', exact: true }).click();
  const [left, ...others] = await eventually(
    () => stage.memes(),
    (memes) => memes.length === 1,
  );
  expect(others).toEqual([]);
  expect(left).toMatchObject({ width: 480, name: 'little', tags: ['grand'] });
  await card(page).getByText('1 merged').waitFor();
});

test('pictures that look alike may both be kept', async () => {
  const studio = await stage.gurn.context.newPage();
  const [small, large] = await draw(studio, [
    { seed: 7, width: 200 },
    { seed: 7, width: 400, type: 'image/webp' },
  ]);
  await studio.close();
  if (!small || !large) throw new Error('nothing was drawn');
  await start();
  await choose([file('little.jpg', small), file('grand.webp', large)]);
  await ended(page);
  await card(page).getByRole('button', { name: 'Keep both' }).click();
  await card(page).getByText('beside one that looks like it').waitFor();
  expect(await stage.memes()).toHaveLength(2);
});

test('addresses: what is there is added, and of all else it is said why not', async () => {
  const { site } = stage;
  const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = take(8, 10);
  site.set('/cat%20face.jpg', 'image/jpeg', one);
  site.on('/moved.jpg', (_, response) => response.writeHead(302, { location: '/there.jpg' }).end());
  site.set('/there.jpg', 'image/jpeg', two);
  site.on('/away.jpg', (_, response) =>
    response.writeHead(302, { location: `${site.origin.replace('127.0.0.1', 'localhost')}/there.jpg` }).end(),
  );
  site.set('/login', 'text/html', '<!doctype html><title>Log in</title>');
  site.on('/broken.jpg', (_, response) => response.writeHead(500).end());
  await start();
  const list = ['cat%20face.jpg', 'moved.jpg', 'gone.jpg', 'away.jpg', 'login', 'broken.jpg', 'gone.jpg'];
  await page.getByRole('textbox').fill([...list.map((path) => `${site.origin}/${path}`), 'ftp://x/y.jpg'].join('\n'));
  await page.getByRole('button', { name: 'Load pictures' }).click();
  const said = await ended(page);
  expect(said).toContain('2 pictures added');
  expect(said).toContain('gone: The page says this picture does not exist (404)');
  expect(said).toContain('away: The address leads on to another site');
  expect(said).toContain('login: This is a web page');
  expect(said).toContain('broken: The site failed to send this picture; try again later (500)');
  expect(said).toContain('ftp://x/y.jpg: This is no web address');
  expect(site.asked('/gone.jpg')).toBe(1);
  expect((await stage.memes()).map(({ name }) => name).sort()).toEqual(['cat face', 'moved']);
});

test('a refused permission is said, and nothing is loaded', async () => {
  page = await stage.open();
  await page.evaluate(() => {
    chrome.permissions.request = (() => Promise.resolve(false)) as typeof chrome.permissions.request;
  });
  await page.getByRole('textbox').fill('https://pictures.example/cat.jpg');
  await page.getByRole('button', { name: 'Load pictures' }).click();
  await page.getByRole('alert').getByText('you did not let Gurn load from pictures.example').waitFor();
  expect(await page.getByRole('textbox').inputValue()).toContain('pictures.example');
});

test('imgflip’s templates: the list’s pictures are added with their names, a missing one is told', async () => {
  const { site } = stage;
  const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = take(10, 12);
  site.set('/1.jpg', 'image/jpeg', one);
  site.set('/2.jpg', 'image/jpeg', two);
  const memes = [1, 2, 3].map((n) => ({
    ...{ id: `${n}`, name: `Template ${n}`, url: `${site.origin}/${n}.jpg`, width: 320, height: 240, box_count: 2 },
  }));
  site.set('/get_memes', 'application/json', JSON.stringify({ success: true, data: { memes } }));
  await start();
  await page.getByRole('button', { name: 'Get imgflip’s templates' }).click();
  const said = await ended(page);
  expect(said).toContain('2 pictures added');
  expect(said).toContain('Template 3: The page says this picture does not exist (404)');
  expect((await stage.memes()).map(({ name }) => name).sort()).toEqual(['Template 1', 'Template 2']);
});

test.each([
  [
    'something else',
    (site: Stage['site']) => site.set('/get_memes', 'application/json', '{"data": []}'),
    'something else',
  ],
  [
    'a refusal',
    (site: Stage['site']) => site.set('/get_memes', 'application/json', '{"success": false, "error_message": "busy"}'),
    'busy',
  ],
  ['an error', (site: Stage['site']) => site.on('/get_memes', (_, response) => response.writeHead(500).end()), '(500)'],
])('imgflip sends %s instead of its list: that is said', async (_, answer, words) => {
  answer(stage.site);
  await start();
  await page.getByRole('button', { name: 'Get imgflip’s templates' }).click();
  const said = await ended(page);
  expect(said).toContain(words);
  expect(said).toContain('0 pictures added');
});

test('a pasted picture is added; a pasted address waits for the click', async () => {
  const [picture = Buffer.alloc(0)] = take(12, 13);
  await start();
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'image.png', { type: 'image/jpeg' }));
    dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
    const text = new DataTransfer();
    text.setData('text/plain', 'https://pictures.example/cat.jpg');
    dispatchEvent(new ClipboardEvent('paste', { clipboardData: text }));
  }, picture.toString('base64'));
  expect(await ended(page)).toContain('1 picture added');
  expect(await page.getByRole('textbox').inputValue()).toBe('https://pictures.example/cat.jpg');
});

test('paused it stops, goes on where it was, and cancelled it keeps what is in', async () => {
  await start();
  await choose(take(0, 30).map((bytes, n) => file(`p${n}.jpg`, bytes)));
  await card(page).getByRole('button', { name: 'Pause' }).click();
  await card(page)
    .getByText(/Paused at \d+ of 30/)
    .waitFor();
  await page.close();
  page = await stage.open();
  await card(page).getByText('Paused at').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  const before = await stage.memes();
  await card(page).getByRole('button', { name: 'Go on' }).click();
  await eventually(
    async () => (await stage.memes()).length,
    (now) => now > before.length,
  );
  await card(page).getByRole('button', { name: 'Cancel' }).click();
  await ended(page);
  const items = await stage.items();
  const added = items.filter(({ state }) => state !== 'cancelled').length;
  await eventually(
    async () => (await stage.memes()).length,
    (now) => now === added,
  );
  expect(items).toHaveLength(30);
});

/** Every picture is in once, and nothing waits any more. */
async function expectAll(count: number): Promise<void> {
  await eventually(
    async () => (await stage.memes()).length,
    (memes) => memes >= count,
    90_000,
  );
  const items = await eventually(
    () => stage.items(),
    (all) => all.every(({ state }) => state !== 'waiting' && state !== 'fetch'),
  );
  expect(items).toHaveLength(count);
  expect(items.filter(({ state }) => state === 'added' || state === 'near')).toHaveLength(count);
  expect(await stage.memes()).toHaveLength(count);
}

test('the page closed, the service worker killed, the offscreen document killed: nothing is lost, nothing doubled', async () => {
  await start();
  const { site } = stage;
  const batch = take(13, 33);
  for (const [n, bytes] of batch.entries()) site.set(`/n${n}.jpg`, 'image/jpeg', bytes);
  await page.getByRole('textbox').fill(batch.map((_, n) => `${site.origin}/n${n}.jpg`).join('\n'));
  await page.getByRole('button', { name: 'Load pictures' }).click();
  const grown = (by: number) =>
    eventually(
      async () => (await stage.memes()).length,
      (memes) => memes >= by,
    );
  await grown(2);
  await page.close();
  await stage.killWorker();
  await grown(6);
  await stage.killOffscreen();
  await expectAll(20);
  page = await stage.open();
  expect(await ended(page)).toContain('20 pictures added');
});

test('the browser closed in the middle: it goes on when it is opened again, with no page of Gurn', async () => {
  await start();
  await choose(take(33, 45).map((bytes, n) => file(`q${n}.jpg`, bytes)));
  await eventually(async () => (await stage.items()).length === 12);
  await stage.restart();
  await expectAll(12);
  page = await stage.open();
});
