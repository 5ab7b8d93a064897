/** Memes with a face, one of each kind that messengers treat differently. */
import { createHash } from 'node:crypto';
import type { PictureFile } from '../../../tools/driver/library.ts';
import { greyGif } from './gif.ts';
import type { Tab, Users } from './tab.ts';

export interface FaceMeme extends PictureFile {
  readonly sha256: string;
  /** The same person with the same expression, in another light. */
  readonly face: Buffer;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const inBase64 = (bytes: Buffer): string => bytes.toString('base64');

/** The picture as the browser's own PNG. */
async function pngOf(tab: Tab, jpeg: Buffer): Promise<Buffer> {
  const base64 = await tab.evaluate(async (jpeg) => {
    const image = Object.assign(new Image(), { src: `data:image/jpeg;base64,${jpeg}` });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, inBase64(jpeg));
  return Buffer.from(base64, 'base64');
}

const GIF_SIZE = { width: 320, height: 240 } as const;

/** Two frames in shades of grey, the second one darker. */
async function gifOf(tab: Tab, jpeg: Buffer): Promise<Buffer> {
  const grey = await tab.evaluate(
    async ({ jpeg, width, height }) => {
      const image = Object.assign(new Image(), { src: `data:image/jpeg;base64,${jpeg}` });
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.filter = 'grayscale(1)';
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, pixel) => data[pixel * 4] ?? 0);
    },
    { jpeg: inBase64(jpeg), ...GIF_SIZE },
  );
  return greyGif(GIF_SIZE, [grey, grey.map((value) => Math.round(value * 0.9))]);
}

export interface Memes {
  readonly jpeg: FaceMeme;
  readonly png: FaceMeme;
  readonly gif: FaceMeme;
  /** A JPEG of 600 KiB: bytes behind its end, which every decoder skips. */
  readonly large: FaceMeme;
}

/** Makes the memes in `tab` and brings them into the library. */
export async function addMemes(users: Users, tab: Tab): Promise<Memes> {
  const of = async (name: string, mimeType: string, buffer: Buffer, face: Buffer): Promise<FaceMeme> => ({
    name,
    mimeType,
    buffer,
    sha256: sha256(buffer),
    face,
  });
  const grin = await users.picture('grin');
  const serious = await users.picture('serious');
  const astonished = await users.picture('astonished');
  const pout = await users.picture('pout');
  const memes: Memes = {
    jpeg: await of('best day.jpg', 'image/jpeg', grin, await users.picture('grin', 0.85)),
    png: await of('no comment.png', 'image/png', await pngOf(tab, serious), await users.picture('serious', 0.85)),
    gif: await of('what.gif', 'image/gif', await gifOf(tab, astonished), await users.picture('astonished', 0.85)),
    large: await of(
      'far too large.jpg',
      'image/jpeg',
      Buffer.concat([pout, Buffer.alloc(600 * 1024)]),
      await users.picture('pout', 0.85),
    ),
  };
  await users.add(Object.values(memes));
  return memes;
}
