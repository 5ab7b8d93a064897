/** Sound pictures to start from, made anew by each run: nothing of them lies in the repository. */
import sharp, { type Sharp } from 'sharp';
import { apngOf } from '../../tests/browser/support/animations.ts';
import { bmp } from '../../tests/unit/decode/pictures/bmp.ts';
import { photograph } from '../../tests/unit/decode/pictures/jpeg.ts';

export type FormatName = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp';
export const FORMATS: readonly FormatName[] = ['jpeg', 'png', 'gif', 'webp', 'avif', 'bmp'];

export interface Seed {
  readonly name: string;
  readonly format: FormatName;
  readonly animated: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Every encoder runs on one thread: with more, the same picture may become other bytes. */
sharp.concurrency(1);

/** A laughing face in the photograph: pictures cut from it go all the way to an embedding. */
const FACE = { left: 1298, top: 71, width: 553, height: 461 };
const WIDTH = 144;
const HEIGHT = 120;

const face = (): Sharp => sharp(photograph()).extract(FACE).resize(WIDTH, HEIGHT);
const copied = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

/** The frames of an animation: the face, fading. */
const frames = (): Promise<Buffer[]> =>
  Promise.all([1, 0.8, 0.6, 1.2].map((brightness) => face().resize(72, 60).modulate({ brightness }).png().toBuffer()));

const joined = async (): Promise<Sharp> => sharp(await frames(), { join: { animated: true } });

const withAlpha = (): Sharp => face().ensureAlpha(0.5);

const MAKERS: readonly [name: string, format: FormatName, make: () => Promise<Uint8Array> | Uint8Array][] = [
  ['baseline', 'jpeg', () => face().jpeg({ quality: 70 }).toBuffer()],
  ['progressive', 'jpeg', () => face().jpeg({ progressive: true }).toBuffer()],
  ['grey', 'jpeg', () => face().greyscale().jpeg().toBuffer()],
  ['4:4:4', 'jpeg', () => face().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
  ['CMYK', 'jpeg', () => face().toColourspace('cmyk').jpeg().toBuffer()],
  ['with a colour profile', 'jpeg', () => face().withIccProfile('p3').jpeg().toBuffer()],
  ['of 24 bits', 'png', () => face().png().toBuffer()],
  ['with alpha', 'png', () => withAlpha().png().toBuffer()],
  ['with a palette', 'png', () => face().png({ palette: true, colours: 16 }).toBuffer()],
  ['of 16 bits', 'png', () => face().resize(64, 48).toColourspace('rgb16').png().toBuffer()],
  ['interlaced', 'png', () => face().resize(96, 80).png({ progressive: true }).toBuffer()],
  ['animated', 'png', async () => apngOf(await frames())],
  ['still', 'gif', () => face().gif().toBuffer()],
  ['animated', 'gif', async () => (await joined()).gif({ delay: 80 }).toBuffer()],
  ['lossy', 'webp', () => face().webp({ quality: 60 }).toBuffer()],
  ['lossless', 'webp', () => face().webp({ lossless: true, effort: 0 }).toBuffer()],
  ['with alpha', 'webp', () => withAlpha().webp({ quality: 60 }).toBuffer()],
  ['animated', 'webp', async () => (await joined()).webp({ delay: 80, effort: 0 }).toBuffer()],
  ['lossy', 'avif', () => face().avif({ effort: 0, quality: 40 }).toBuffer()],
  ['with alpha', 'avif', () => withAlpha().resize(64, 48).avif({ effort: 0, quality: 40 }).toBuffer()],
  ['of 24 bits', 'bmp', () => bmp(60, 40)],
  ['from the top', 'bmp', () => bmp(60, -40)],
];

/** Draws and encodes all of them: about two seconds. */
export const makeSeeds = (): Promise<Seed[]> =>
  Promise.all(
    MAKERS.map(async ([name, format, make]) => ({
      name: `${format} ${name}`,
      format,
      animated: name === 'animated',
      bytes: copied(await make()),
    })),
  );
