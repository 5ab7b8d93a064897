import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redAvif } from '../../unit/decode/pictures/avif.ts';
import { bmp } from '../../unit/decode/pictures/bmp.ts';
import { gif } from '../../unit/decode/pictures/gif.ts';
import { oriented, photograph } from '../../unit/decode/pictures/jpeg.ts';
import { apng, png, pngBomb, pngHeader } from '../../unit/decode/pictures/png.ts';
import { animatedWebp } from '../../unit/decode/pictures/webp.ts';
import { type Decoder, openDecoder } from './decoder.ts';

const emoji = (name: string) =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`@lobehub/fluent-emoji-3d/assets/${name}.webp`)));
const text = (content: string) => new TextEncoder().encode(content);

const black = { colour: 0 } as const;
const red = { colour: 1 } as const;
const green = { colour: 2 } as const;
const blue = { colour: 3 } as const;

let decoder: Decoder;
beforeAll(async () => {
  decoder = await openDecoder();
});
afterAll(() => decoder.close());

describe('a picture is decoded whatever its name and claimed type say:', () => {
  it.each<[string, () => Uint8Array, string, number, number]>([
    ['JPEG', photograph, 'image/jpeg', 1920, 1280],
    ['PNG', () => png(31, 17), 'image/png', 31, 17],
    ['WebP', () => emoji('1f600'), 'image/webp', 256, 256],
    ['GIF', () => gif(9, 4, [red]), 'image/gif', 9, 4],
    ['AVIF', redAvif, 'image/avif', 24, 16],
    ['BMP', () => bmp(5, 3), 'image/bmp', 5, 3],
    ['BMP stored from the top', () => bmp(5, -3), 'image/bmp', 5, 3],
  ])('%s', async (_, make, type, width, height) => {
    const outcome = await decoder.decode(make());
    expect(outcome).toMatchObject({ type, width, height, animated: false, frameCount: 1, scale: 1 });
    expect(outcome.frames).toMatchObject([{ index: 0, width, height }]);
  });
});

describe('a photograph is turned upright as EXIF says:', () => {
  it.each([
    [1, 1920, 1280],
    [3, 1920, 1280],
    [6, 1280, 1920],
    [8, 1280, 1920],
  ])('orientation %i', async (orientation, width, height) => {
    const outcome = await decoder.decode(oriented(photograph(), orientation));
    expect(outcome).toMatchObject({ width, height, frames: [{ width, height }] });
  });
});

describe('an animation gives its frames in order:', () => {
  it('GIF', async () => {
    const outcome = await decoder.decode(gif(8, 6, [red, green, blue, black]));
    expect(outcome).toMatchObject({ type: 'image/gif', width: 8, height: 6, animated: true, frameCount: 4, scale: 1 });
    expect(outcome.frames.map(({ index, middle }) => [index, ...middle])).toEqual([
      [0, 255, 0, 0],
      [1, 0, 255, 0],
      [2, 0, 0, 255],
      [3, 0, 0, 0],
    ]);
  });

  it('APNG', async () => {
    const outcome = await decoder.decode(apng(8, 6, [{ grey: 10 }, { grey: 120 }, { grey: 240 }]));
    expect(outcome).toMatchObject({ type: 'image/png', animated: true, frameCount: 3 });
    expect(outcome.frames.map(({ middle }) => middle[0])).toEqual([10, 120, 240]);
  });

  it('WebP', async () => {
    const outcome = await decoder.decode(animatedWebp(256, [emoji('1f600'), emoji('1f621')]));
    expect(outcome).toMatchObject({ type: 'image/webp', width: 256, height: 256, animated: true, frameCount: 2 });
    const [yellow, angry] = outcome.frames.map(({ middle }) => middle);
    expect(yellow).not.toEqual(angry);
  });

  it('a long one is sampled evenly', async () => {
    const frames = Array.from({ length: 100 }, (_, index) => (index % 2 ? red : blue));
    const outcome = await decoder.decode(gif(4, 4, frames), { sampledFrames: 5 });
    expect(outcome.frameCount).toBe(100);
    expect(outcome.frames.map(({ index }) => index)).toEqual([0, 20, 40, 60, 80]);
    expect(outcome.frames.map(({ middle }) => middle[0])).toEqual([0, 0, 0, 0, 0]);
  });
});

it('a large picture is handed out smaller, and says by how much', async () => {
  const outcome = await decoder.decode(pngBomb(8000, 4000), { workPixels: 2_000_000 });
  expect(outcome).toMatchObject({ width: 8000, height: 4000, scale: 0.25 });
  expect(outcome.frames).toMatchObject([{ width: 2000, height: 1000 }]);
});

it('a worker decodes as a page does', async () => {
  const inPage = await decoder.decode(gif(8, 6, [red, green]));
  const inWorker = await decoder.page.evaluate(() => {
    const work = `import('${location.href}page.js').then(() => decodeAt('${location.href}picture')).then(postMessage)`;
    const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  });
  expect(inWorker).toEqual(inPage);
});

it('so are the frames of a large animation', async () => {
  const outcome = await decoder.decode(gif(80, 40, [red, green]), { frameWorkPixels: 800 });
  expect(outcome).toMatchObject({ width: 80, height: 40, scale: 0.5 });
  expect(outcome.frames).toMatchObject([
    { width: 40, height: 20, middle: [255, 0, 0] },
    { width: 40, height: 20, middle: [0, 255, 0] },
  ]);
});

describe('bad input is refused with its own message, and without being decoded:', () => {
  const lying = gif(10, 10, [red, { colour: 3, claim: { width: 60_000, height: 60_000 } }]);
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>globalThis.ran = true</script></svg>';
  it.each<[string, Uint8Array, string, RegExp]>([
    ['a text file named .jpg', text('These are notes.\n'), 'not-an-image', /text file/],
    ['a truncated JPEG', photograph().subarray(0, 100_000), 'truncated', /cut off/],
    ['a 50,000×50,000 PNG header', pngHeader(50_000, 50_000), 'too-many-pixels', /50,000×50,000/],
    ['a GIF whose frames lie about their size', lying, 'inconsistent', /60000×60000/],
    ['an SVG with a script', text(script), 'svg', /scripts/],
    ['the page of a 404', text('<!doctype html><title>404</title>'), 'web-page', /web page/],
    ['an empty file', new Uint8Array(), 'empty', /empty/],
    ['a PNG whose data is noise', png(40, 40).fill(7, 45, 50), 'damaged', /damaged/],
  ])('%s', async (_, bytes, code, message) => {
    const before = await decoder.peakMegabytes();
    expect(await decoder.decode(bytes)).toMatchObject({ code, message: expect.stringMatching(message) });
    expect((await decoder.peakMegabytes()) - before).toBeLessThan(100);
    expect(await decoder.page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  it('a 60 MB file, which is not even read', async () => {
    const before = await decoder.peakMegabytes();
    const outcome = await decoder.page.evaluate(() => globalThis.decodeOfBytes(60 * 1024 * 1024));
    expect(outcome).toMatchObject({ code: 'too-large-file', message: expect.stringMatching(/61 MB.*32 MB/) });
    expect((await decoder.peakMegabytes()) - before).toBeLessThan(100);
  });

  it('a picture that takes longer than it may', async () => {
    expect(await decoder.decode(pngBomb(8000, 8000), { maxMs: 1 })).toMatchObject({ code: 'timeout' });
  });
});

it('the largest legal picture costs no more than its pixels, twice over', async () => {
  const before = await decoder.peakMegabytes();
  expect(await decoder.decode(pngBomb(8000, 8000))).toMatchObject({ width: 8000, height: 8000, scale: 0.5 });
  // 256 MB decoded, 64 MB scaled, and as much again for copies that Chromium makes between them.
  expect((await decoder.peakMegabytes()) - before).toBeLessThan(700);
});
