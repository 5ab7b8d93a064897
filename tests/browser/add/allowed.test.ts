/** Right-click to add where Gurn may load the picture itself. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { everyFormat } from './formats.ts';
import { photograph } from './photograph.ts';
import { openStage, type Stage } from './stage.ts';
import { closeToasts, press, result, toasts } from './toasts.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(true);
});
afterAll(() => stage.end());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const serve = (path: string, type: string, body: Buffer | string): string => {
  stage.elsewhere.set(path, type, body);
  return stage.elsewhere.origin + path;
};

test('a photograph of another site goes in byte for byte, with its faces, name and source', async () => {
  const bytes = await photograph(3);
  const srcUrl = serve('/cdn/9f86d081884c7d65.jpg', 'image/jpeg', bytes);
  await stage.show(`<img alt="Two friends laughing" width="400" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  const said = await result(stage.page);
  expect(said).toMatchObject({ kind: 'done', role: 'status', buttons: ['Close'] });
  expect(said.text).toMatch(/^Added, [1-9]\d* faces?$/);
  const [meme] = await stage.memes();
  expect(meme).toMatchObject({ id: sha256(bytes), name: 'Two friends laughing', type: 'image/jpeg' });
  expect(meme?.source).toBe(`${stage.home.origin}/ (downloaded)`);
  expect(said.text).toContain(`${meme?.faces} face`);
  expect(await stage.waiting()).toBe(0);
});

test('the same picture again changes nothing', async () => {
  const srcUrl = serve('/same.jpg', 'image/jpeg', await photograph(3));
  await stage.show(`<img width="400" src="${srcUrl}">`);
  const before = await stage.memes();
  await stage.choose({ srcUrl });
  expect(await result(stage.page)).toMatchObject({ kind: 'done', text: 'Already in your library' });
  expect(await stage.memes()).toEqual(before);
});

test('every format goes in as it is', async () => {
  const formats = await everyFormat(stage.page);
  for (const [type, bytes] of Object.entries(formats)) {
    const srcUrl = serve(`/${type}`, type, bytes);
    await stage.show(`<img alt="As ${type}" width="200" src="${srcUrl}">`);
    await stage.choose({ srcUrl });
    const said = await result(stage.page);
    if (said.kind === 'question') await press(stage.page, 'Add anyway');
    await eventually(async () => (await stage.memes()).some(({ id }) => id === sha256(bytes)));
    const meme = (await stage.memes()).find(({ id }) => id === sha256(bytes));
    expect(meme).toMatchObject({ type, size: bytes.length });
  }
});

test('a drawing without a face becomes pixels, and is added only when the person says so', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="70"><circle r="30"/></svg>';
  const srcUrl = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await stage.show(`<img alt="A circle" width="200" src="${srcUrl}">`);
  const before = (await stage.memes()).length;
  await stage.choose({ srcUrl });
  const question = { kind: 'question', text: 'No face found', buttons: ['Add anyway', 'Close'] };
  expect(await result(stage.page)).toMatchObject(question);
  expect(await stage.memes()).toHaveLength(before);
  expect(await stage.waiting()).toBe(1);
  await press(stage.page, 'Add anyway');
  const said = await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'done',
  );
  expect(said).toMatchObject([{ text: 'Added without a face', buttons: ['Teach it a face', 'Close'] }]);
  const added = (await stage.memes()).find(({ name }) => name === 'A circle');
  expect(added).toMatchObject({ type: 'image/png', faces: 0, source: `${stage.home.origin}/ (drawn from the page)` });
  expect(await stage.waiting()).toBe(0);
});

test('a data URL is read without asking any server', async () => {
  const bytes = await photograph(2);
  const srcUrl = `data:image/jpeg;base64,${bytes.toString('base64')}`;
  await stage.show(`<img width="400" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  expect((await result(stage.page)).text).toMatch(/^Added, \d+ faces?$/);
  const meme = (await stage.memes()).find(({ id }) => id === sha256(bytes));
  expect(meme?.source).toContain('(written in the page)');
});

test.each([
  ['a 404', 404, 'The page says this picture does not exist (404).'],
  ['a refusal', 403, 'The site does not hand this picture out (403).'],
  ['a broken server', 503, 'The site failed to send this picture; try again later (503).'],
])('%s is told in words and leaves nothing behind', async (_, status, text) => {
  const path = `/status-${status}.jpg`;
  stage.elsewhere.on(path, (_, response) => response.writeHead(status).end('no'));
  const srcUrl = stage.elsewhere.origin + path;
  await stage.show(`<img width="400" src="${srcUrl}">`);
  const before = (await stage.memes()).length;
  await stage.choose({ srcUrl });
  expect(await result(stage.page)).toMatchObject({ kind: 'error', role: 'alert', text });
  expect(await stage.memes()).toHaveLength(before);
  expect(await stage.waiting()).toBe(0);
});

test('a file of 60 MB is refused before it is loaded', async () => {
  const megabyte = Buffer.alloc(1024 * 1024, 0xff);
  let sent = 0;
  stage.elsewhere.on('/huge.jpg', (_, response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(60 * megabyte.length) });
    const more = (): void => {
      while (sent < 60 && !response.destroyed) {
        sent += 1;
        if (!response.write(megabyte)) return void response.once('drain', more);
      }
    };
    more();
  });
  const srcUrl = `${stage.elsewhere.origin}/huge.jpg`;
  await stage.show('<p>a page</p>');
  await stage.choose({ srcUrl });
  expect((await result(stage.page)).text).toBe('This picture has 60 MB, which is too large: Gurn takes up to 32 MB.');
  expect(sent).toBeLessThan(40);
});

test('a file that hides its size is cut off at the limit', async () => {
  const megabyte = Buffer.alloc(1024 * 1024, 0xff);
  let sent = 0;
  stage.elsewhere.on('/endless.jpg', (_, response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' });
    const more = (): void => {
      while (!response.destroyed && sent < 200) {
        sent += 1;
        if (!response.write(megabyte)) return void response.once('drain', more);
      }
    };
    more();
  });
  await stage.show('<p>a page</p>');
  await stage.choose({ srcUrl: `${stage.elsewhere.origin}/endless.jpg` });
  expect((await result(stage.page)).text).toBe('This picture is too large: Gurn takes up to 32 MB.');
  expect(sent).toBeLessThan(100);
});

test('a text named .jpg is called what it is', async () => {
  const srcUrl = serve('/notes.jpg', 'image/jpeg', 'dear diary');
  await stage.show(`<img width="400" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  expect((await result(stage.page)).text).toMatch(/^This is no picture that Gurn can read/);
});

test('a truncated picture is refused by the decoder and leaves nothing behind', async () => {
  const srcUrl = serve('/cut.jpg', 'image/jpeg', (await photograph(4)).subarray(0, 9000));
  await stage.show(`<img width="400" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  expect(await result(stage.page)).toMatchObject({ kind: 'error', text: expect.stringMatching(/cut off|damaged/) });
  expect(await stage.waiting()).toBe(0);
});

test('two clicks on one picture add it once; two pictures at once are both added', async () => {
  const [first, second] = [await photograph(5), await photograph(6)];
  const urls = [serve('/five.jpg', 'image/jpeg', first), serve('/six.jpg', 'image/jpeg', second)] as const;
  await stage.show(urls.map((url) => `<img width="300" src="${url}">`).join(''));
  const before = stage.elsewhere.asked('/five.jpg');
  await Promise.all([urls[0], urls[0], urls[1]].map((srcUrl) => stage.choose({ srcUrl })));
  await eventually(
    () => toasts(stage.page),
    (shown) => shown.length === 2 && shown.every(({ kind }) => kind === 'done'),
  );
  const ids = (await stage.memes()).map(({ id }) => id);
  expect(ids.filter((id) => id === sha256(first))).toHaveLength(1);
  expect(ids).toContain(sha256(second));
  expect(stage.elsewhere.asked('/five.jpg') - before).toBe(1);
  await closeToasts(stage.page);
  expect(await toasts(stage.page)).toEqual([]);
});
