/** What the fake camera plays: photographs cut to a webcam's picture, as MJPEG (JPEGs one after the other). */
import { readFile, rename, writeFile } from 'node:fs/promises';

/** A close-up cut from a photograph: centre and height as fractions of its width and height. */
export interface Shot {
  readonly photo: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const WIDTH = 640;
const HEIGHT = 480;

/** The part of a page that is drawn in: any driver's will do. */
export interface Painter {
  evaluate<A, R>(body: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

/** Draws the shot in a page and returns it as a 640×480 JPEG, brightness 1 unless told. */
export async function takeShot(page: Painter, shot: Shot, brightness = 1): Promise<Buffer> {
  const photo = (await readFile(shot.photo)).toString('base64');
  const jpeg = await page.evaluate(
    async ({ photo, x, y, height, brightness, W, H }) => {
      const bytes = Uint8Array.from(atob(photo), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const h = height * bitmap.height;
      const w = (h * W) / H;
      const canvas = Object.assign(document.createElement('canvas'), { width: W, height: H });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.filter = `brightness(${brightness})`;
      context.drawImage(bitmap, x * bitmap.width - w / 2, y * bitmap.height - h / 2, w, h, 0, 0, W, H);
      return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
    },
    { photo, x: shot.x, y: shot.y, height: shot.height, brightness, W: WIDTH, H: HEIGHT },
  );
  return Buffer.from(jpeg, 'base64');
}

/**
 * Writes what the fake camera plays, in a loop: each picture for `seconds`. The file is swapped in one step, so a
 * camera that opens meanwhile sees the old film or the new one.
 */
export async function writeFilm(path: string, pictures: readonly Buffer[], seconds = 1): Promise<void> {
  const frames = pictures.flatMap((picture) => Array.from({ length: Math.round(seconds * 30) }, () => picture));
  await writeFile(`${path}.new`, Buffer.concat(frames));
  await rename(`${path}.new`, path);
}
