/** Pictures from this computer: a folder, chosen or dropped, a zip, the clipboard. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choose, drawMany, file, openEmpty } from './bring-in.ts';
import { ended, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let pictures: Buffer[];

beforeAll(async () => {
  stage = await openStage();
  pictures = await drawMany(stage, 6);
});
afterAll(() => stage.end());
afterEach(() => page.close());

const sources = async (): Promise<string[]> => (await stage.memes()).map(({ source }) => source).sort();

test('a folder with folders in it: pictures are added with their small picture, the rest is told with its reason', async () => {
  const [one, two] = pictures;
  const folder = join(stage.folder, 'memes');
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  await writeFile(join(folder, 'one.jpg'), one ?? '');
  await writeFile(join(folder, 'deep/er/two.jpg'), two ?? '');
  await writeFile(join(folder, 'deep/note.txt'), 'not a picture');
  await writeFile(join(folder, 'deep/lie.jpg'), 'This says that it is a JPEG.');
  await writeFile(join(folder, '.DS_Store'), 'litter');
  page = await openEmpty(stage);
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
  page = await openEmpty(stage);
  const session = await stage.gurn.context.newCDPSession(page);
  const data = { items: [], files: [join(stage.folder, 'memes')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  expect(await ended(page)).toContain('2 pictures added');
  expect(await sources()).toEqual(['memes/deep/er/two.jpg', 'memes/one.jpg']);
});

test('a zip: its pictures come in, and what is in it besides is told', async () => {
  const [one, two, three] = pictures.slice(2);
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
  page = await openEmpty(stage);
  await choose(page, [file('pack.zip', zip), file('broken.zip', zip.subarray(0, 5000))]);
  const said = await ended(page);
  expect(said).toContain('3 pictures added');
  expect(said).toContain('readme.txt: This is no picture');
  expect(said).toContain('bomb.png: The file is too large (33 MB)');
  expect(said).toContain('broken.zip: This zip file is damaged or incomplete');
  expect(await sources()).toEqual(['pack.zip/a/one.jpg', 'pack.zip/b/three.jpg', 'pack.zip/two.jpg']);
});

test('a pasted picture is added; a pasted address waits for the click', async () => {
  const picture = pictures[5] ?? Buffer.alloc(0);
  page = await openEmpty(stage);
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
