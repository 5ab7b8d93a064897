/** Films for the camera: a face that holds still before a camera with noise, and one that moves. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { shots } from '../../tools/driver/shots.ts';

/** Frames a second of the fake camera's film. */
const RATE = 30;
/** Standard deviation of a pixel, in levels of 255: a webcam's in a lit room. */
const NOISE = 4;

interface Film {
  readonly seconds: number;
  /** How far the face swings to either side, in pixels of 640, once a second. */
  readonly swing: number;
}

/** A frame each 1/30 s; no two have the same noise. */
async function play(page: Page, { seconds, swing }: Film): Promise<Buffer[]> {
  const { photo, x, y, height } = shots.laugh;
  const base64 = (await readFile(photo)).toString('base64');
  const frames = await page.evaluate(
    async ({ base64, x, y, height, count, rate, swing, noise }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no 2d context');
      const h = height * bitmap.height;
      const w = (h * 640) / 480;
      const all: string[] = [];
      for (let i = 0; i < count; i += 1) {
        const shift = swing * Math.sin((2 * Math.PI * i) / rate);
        context.drawImage(bitmap, x * bitmap.width - w / 2, y * bitmap.height - h / 2, w, h, shift, 0, 640, 480);
        const picture = context.getImageData(0, 0, 640, 480);
        for (let p = 0; p < picture.data.length; p += 4) {
          const grain = (Math.random() + Math.random() + Math.random() - 1.5) * 2 * noise;
          for (let c = 0; c < 3; c += 1) picture.data[p + c] = (picture.data[p + c] ?? 0) + grain;
        }
        context.putImageData(picture, 0, 0);
        all.push(canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '');
      }
      return all;
    },
    { base64, x, y, height, count: seconds * RATE, rate: RATE, swing, noise: NOISE },
  );
  return frames.map((frame) => Buffer.from(frame, 'base64'));
}

export const still = (page: Page): Promise<Buffer[]> => play(page, { seconds: 2, swing: 0 });
export const moving = (page: Page): Promise<Buffer[]> => play(page, { seconds: 2, swing: 60 });

/** For `writeFilm`, which shows each picture for so many seconds. */
export const FRAME_SECONDS = 1 / RATE;
