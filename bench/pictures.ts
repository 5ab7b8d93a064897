/** Pictures to measure with, made from what npm has brought along: photographs with people, cut at 640 px. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, sandboxArgs } from '../tools/chromium.ts';
import { root } from '../tools/paths.ts';

const PHOTOS = [1, 2, 3, 4, 5, 6].map((n) => join(root, `node_modules/@vladmandic/face-api/demo/sample${n}.jpg`));

/** What part of the photograph's width a cut spans, and where between left and right, top and bottom it lies. */
const CUTS = [
  { part: 1, x: 0.5, y: 0.5 },
  ...[0.4, 0.65].flatMap((part) => [0, 0.5, 1].map((x) => ({ part, x, y: 0.2 }))),
  ...[0, 0.5, 1].map((x) => ({ part: 0.4, x, y: 0.8 })),
];

/** Runs in a page: the cuts of a photograph as JPEGs of 640×480, base64. */
async function cut({ photo, cuts }: { photo: string; cuts: typeof CUTS }): Promise<string[]> {
  const image = await createImageBitmap(await (await fetch(photo)).blob());
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 480 });
  const context = canvas.getContext('2d');
  return cuts.map(({ part, x, y }) => {
    const width = part * Math.min(image.width, (image.height * 4) / 3);
    const height = (width * 3) / 4;
    const [left, top] = [x * (image.width - width), y * (image.height - height)];
    context?.drawImage(image, left, top, width, height, 0, 0, 640, 480);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
}

/** Writes sixty JPEGs of 640×480 into `folder`. */
export async function writePictures(folder: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
  try {
    const page = await browser.newPage();
    for (const [n, path] of PHOTOS.entries()) {
      const photo = `data:image/jpeg;base64,${await readFile(path, 'base64')}`;
      const pictures = await page.evaluate(cut, { photo, cuts: CUTS });
      for (const [i, picture] of pictures.entries()) {
        await writeFile(join(folder, `${n}-${i}.jpg`), Buffer.from(picture, 'base64'));
      }
    }
  } finally {
    await browser.close();
  }
}
