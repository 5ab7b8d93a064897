/** Right-click to add where the person refuses Gurn the picture's site: the page's own ways are what is left. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photograph } from './photograph.ts';
import { openStage, type Stage, type StoredMeme } from './stage.ts';
import { press, result } from './toasts.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(false);
});
afterAll(() => stage.end());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The meme that an addition of this element brought; a picture without a face is added anyway. */
async function add(srcUrl: string, mediaType: 'image' | 'video' = 'image'): Promise<StoredMeme> {
  const before = new Set((await stage.memes()).map(({ id }) => id));
  await stage.choose({ srcUrl, mediaType });
  const said = await result(stage.page);
  if (said.kind === 'question') {
    await press(stage.page, 'Add anyway');
    await result(stage.page);
  }
  const added = (await stage.memes()).find(({ id }) => !before.has(id));
  if (!added) throw new Error(`nothing was added: ${said.text}`);
  return added;
}

test("a picture of the page's own site needs no permission", async () => {
  const bytes = await photograph(1);
  stage.home.set('/own.jpg', 'image/jpeg', bytes);
  await stage.show('<img width="400" src="/own.jpg">');
  const meme = await add(`${stage.home.origin}/own.jpg`);
  expect(meme).toMatchObject({ id: sha256(bytes), source: `${stage.home.origin}/ (downloaded)`, name: 'own' });
});

test('a picture that its site shares is read by the page, with the cookies that the page has', async () => {
  const bytes = await photograph(2);
  stage.elsewhere.on('/private.jpg', (request, response) => {
    const known = /session=me/.test(request.headers.cookie ?? '');
    response.setHeader('access-control-allow-origin', stage.home.origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('cache-control', 'no-store');
    if (known) response.setHeader('content-type', 'image/jpeg').end(bytes);
    else response.writeHead(403).end();
  });
  await stage.gurn.context.addCookies([{ name: 'session', value: 'me', url: stage.elsewhere.origin }]);
  const srcUrl = `${stage.elsewhere.origin}/private.jpg`;
  await stage.show(`<img width="400" src="${srcUrl}">`);
  const meme = await add(srcUrl);
  expect(meme).toMatchObject({ id: sha256(bytes), source: `${stage.home.origin}/ (read by the page)` });
});

test('a blob URL, which only its page can read, goes in byte for byte, whatever the page did to fetch', async () => {
  const bytes = await photograph(3);
  stage.home.set('/hidden.jpg', 'image/jpeg', bytes);
  await stage.show('<img alt="" title="From a blob" width="400">', {
    'content-security-policy': "default-src 'self'; img-src blob:; connect-src 'self'; style-src 'none'",
  });
  const srcUrl = await stage.page.evaluate(async () => {
    const blob = await (await fetch('/hidden.jpg')).blob();
    const url = URL.createObjectURL(blob);
    const image = document.querySelector('img');
    if (image) image.src = url;
    await image?.decode();
    globalThis.fetch = () => Promise.reject(new Error('the page lies'));
    return url;
  });
  const meme = await add(srcUrl);
  expect(meme).toMatchObject({
    id: sha256(bytes),
    name: 'From a blob',
    source: expect.stringContaining('read by the page'),
  });
});

/** Twice the size that it is shown in, so that a crop can be told from the picture. */
async function showForeign(style: string): Promise<string> {
  stage.elsewhere.set('/foreign.jpg', 'image/jpeg', await photograph(4));
  const srcUrl = `${stage.elsewhere.origin}/foreign.jpg`;
  await stage.show(`<body style="margin:0;background:#0f0"><img alt="Foreign" style="${style}" src="${srcUrl}">`);
  await stage.page.waitForFunction(() => document.querySelector('img')?.complete);
  return srcUrl;
}

test('a picture that nobody may read is cut from the screen, to the pixel', async () => {
  const srcUrl = await showForeign('position:absolute; left:37px; top:21px; width:600px; height:400px');
  const meme = await add(srcUrl);
  expect(meme).toMatchObject({ name: 'Foreign', type: 'image/png', width: 600, height: 400 });
  expect(meme.source).toBe(`${stage.home.origin}/ (cut from the screen)`);
  expect(await edgeColours(meme.id)).not.toContain('0,255,0');
});

/** The colours of the stored picture's four corners: green is the page's background. */
async function edgeColours(id: string): Promise<string[]> {
  const view = await stage.gurn.context.newPage();
  await view.goto(stage.gurn.url('manifest.json'));
  const colours = await view.evaluate(async (key) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await done(indexedDB.open('gurn'));
    const blob = (await done(db.transaction('bytes').objectStore('bytes').get(key))) as Blob;
    db.close();
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const corners = [0, bitmap.width - 1].flatMap((x) => [0, bitmap.height - 1].map((y) => [x, y] as const));
    return corners.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3).join());
  }, id);
  await view.close();
  return colours;
}

test('in a frame of the same site the crop is found too', async () => {
  stage.elsewhere.set('/framed.jpg', 'image/jpeg', await photograph(5));
  const srcUrl = `${stage.elsewhere.origin}/framed.jpg`;
  const body = `<body style="margin:0;background:#0f0"><img style="width:300px;height:200px" src="${srcUrl}">`;
  stage.home.set('/frame', 'text/html', `<!doctype html>${body}`);
  await stage.show(
    '<body style="background:#0f0"><iframe style="margin:40px;padding:9px" width="500" height="300" src="/frame">',
  );
  const frame = stage.page.frames().find((frame) => frame.url().endsWith('/frame'));
  await frame?.waitForFunction(() => document.querySelector('img')?.complete);
  const meme = await chooseIn('/frame', srcUrl);
  expect(meme).toMatchObject({ width: 300, height: 200 });
  expect(await edgeColours(meme.id)).not.toContain('0,255,0');
});

async function chooseIn(path: string, srcUrl: string): Promise<StoredMeme> {
  const before = new Set((await stage.memes()).map(({ id }) => id));
  await stage.choose({ srcUrl, framePath: path });
  await result(stage.page);
  const added = (await stage.memes()).find(({ id }) => !before.has(id));
  if (!added) throw new Error('nothing was added');
  return added;
}

test('a picture partly out of view is not cut in half: the person is told to scroll', async () => {
  const srcUrl = await showForeign('position:absolute; left:20px; top:500px; width:600px; height:800px');
  await stage.choose({ srcUrl });
  expect(await result(stage.page)).toMatchObject({
    kind: 'error',
    text: expect.stringMatching(/^Part of the picture is out/),
  });
});

test('a picture under a banner is not taken with the banner', async () => {
  const srcUrl = await showForeign('position:absolute; left:20px; top:20px; width:600px; height:400px');
  await stage.page.evaluate(() => {
    const banner = document.createElement('div');
    banner.style.cssText = 'position:fixed; inset:200px 0 auto 0; height:200px; background:#fff';
    document.body.append(banner);
  });
  await stage.choose({ srcUrl });
  expect((await result(stage.page)).text).toMatch(/^Something on the page covers/);
});

test('a broken picture of another site is no screenshot of the sign for it', async () => {
  const srcUrl = `${stage.elsewhere.origin}/missing.jpg`;
  await stage.show(`<img width="400" height="300" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  expect((await result(stage.page)).text).toMatch(/^The page does not show this picture/);
});

test("a video's frame is drawn where its site allows it", async () => {
  await stage.show('<video width="640" height="480" autoplay muted loop title="Reaction"></video>');
  const film = await stage.page.evaluate(recordDrawing);
  stage.home.set('/own.webm', 'video/webm', Buffer.from(film, 'base64'));
  const srcUrl = `${stage.home.origin}/own.webm`;
  await stage.page.evaluate(playFrom, srcUrl);
  const meme = await add(srcUrl, 'video');
  expect(meme).toMatchObject({ name: 'Reaction', type: 'image/png', width: 320, height: 240 });
  expect(meme.source).toContain('(drawn from the page)');
});

test("a video's frame is cut from the screen where its site does not", async () => {
  await stage.show('<video></video>');
  const video = Buffer.from(await stage.page.evaluate(recordDrawing), 'base64');
  stage.elsewhere.set('/clip.webm', 'video/webm', video);
  const srcUrl = `${stage.elsewhere.origin}/clip.webm`;
  await stage.show(`<video style="width:400px;height:300px" muted autoplay src="${srcUrl}"></video>`);
  await stage.page.waitForFunction(() => document.querySelector('video')?.ended);
  const meme = await add(srcUrl, 'video');
  expect(meme).toMatchObject({ width: 400, height: 300, source: expect.stringContaining('(cut from the screen)') });
});

async function playFrom(url: string): Promise<void> {
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  const playing = new Promise((resolve) => {
    video.onplaying = resolve;
  });
  video.src = url;
  await playing;
}

/** A short film of a moving bar, as base64. */
async function recordDrawing(): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  for (let frame = 0; frame < 10; frame += 1) {
    context?.fillRect(frame * 20, 0, 50, 240);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
