/** Tiles in rows: drawing, face, and the name below them. */
import sharp from 'sharp';

export interface Tile {
  readonly name: string;
  readonly drawing: Buffer;
  /** No drawing shows this very expression: the nearest one is there instead. */
  readonly isStandIn: boolean;
  readonly face: Buffer;
  /** Where the name comes among the names of the face, 1 for the likeliest. */
  readonly place: number;
}

const COLUMNS = 7;
const PICTURE = 84;
const GAP = 8;
const TEXT = 18;
const WIDTH = 2 * PICTURE + 3 * GAP;
const HEIGHT = PICTURE + 2 * GAP + TEXT;
/** A face on which the name is further down than this wears it hardly: it is shown faded. */
const WORN = 5;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** PNG. */
export async function sheetOf(tiles: readonly Tile[]): Promise<Buffer> {
  const corner = (i: number): { left: number; top: number } => ({
    left: (i % COLUMNS) * WIDTH + GAP,
    top: Math.floor(i / COLUMNS) * HEIGHT + GAP,
  });
  const [width, height] = [COLUMNS * WIDTH + GAP, Math.ceil(tiles.length / COLUMNS) * HEIGHT + GAP];
  const pictures = await Promise.all(
    tiles.flatMap(({ drawing, isStandIn, face, place }, i) => {
      const { left, top } = corner(i);
      return [
        faded(drawing, isStandIn).then((input) => ({ input, left, top })),
        faded(face, place > WORN).then((input) => ({ input, left: left + PICTURE + GAP, top })),
      ];
    }),
  );
  const texts = tiles.map(({ name, place }, i) => {
    const { left, top } = corner(i);
    const text = `${escaped(name)} <tspan fill="#888">${place}</tspan>`;
    return `<text x="${left}" y="${top + PICTURE + TEXT - 3}">${text}</text>`;
  });
  const words = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="13" fill="#222">${texts.join('')}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([...pictures, { input: Buffer.from(words), left: 0, top: 0 }])
    .png()
    .toBuffer();
}

/** Whole, or a third of it left on white. */
async function faded(picture: Buffer, isFaded: boolean): Promise<Buffer> {
  const small = sharp(picture).resize(PICTURE, PICTURE).flatten({ background: '#fff' });
  return isFaded
    ? small
        .linear(0.35, 0.65 * 255)
        .png()
        .toBuffer()
    : small.png().toBuffer();
}
