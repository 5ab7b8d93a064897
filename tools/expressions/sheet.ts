/** Tiles in rows: the drawing, the face where one wears it, and the name below. */
import sharp from 'sharp';

export interface Tile {
  readonly name: string;
  readonly drawing: Buffer;
  /** No drawing shows this very expression: the nearest one is there instead. */
  readonly isStandIn: boolean;
  /** Undefined where no face at hand wears it. */
  readonly face: Buffer | undefined;
}

const COLUMNS = 7;
const PICTURE = 84;
const GAP = 8;
const TEXT = 18;
const WIDTH = 2 * PICTURE + 3 * GAP;
const HEIGHT = PICTURE + 2 * GAP + TEXT;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** PNG. */
export async function sheetOf(tiles: readonly Tile[]): Promise<Buffer> {
  const corner = (i: number): { left: number; top: number } => ({
    left: (i % COLUMNS) * WIDTH + GAP,
    top: Math.floor(i / COLUMNS) * HEIGHT + GAP,
  });
  const [width, height] = [COLUMNS * WIDTH + GAP, Math.ceil(tiles.length / COLUMNS) * HEIGHT + GAP];
  const small = (picture: Buffer): Promise<Buffer> => sharp(picture).resize(PICTURE, PICTURE).png().toBuffer();
  const pictures = await Promise.all(
    tiles.flatMap(({ drawing, face }, i) => {
      const { left, top } = corner(i);
      const beside = left + PICTURE + GAP;
      return [
        small(drawing).then((input) => ({ input, left, top })),
        ...(face ? [small(face).then((input) => ({ input, left: beside, top }))] : []),
      ];
    }),
  );
  const texts = tiles.map(({ name, isStandIn }, i) => {
    const { left, top } = corner(i);
    return `<text x="${left}" y="${top + PICTURE + TEXT - 3}">${isStandIn ? '≈ ' : ''}${escaped(name)}</text>`;
  });
  const size = `width="${width}" height="${height}"`;
  const font = 'font-family="sans-serif" font-size="13" fill="#222"';
  const words = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>${texts.join('')}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([...pictures, { input: Buffer.from(words), left: 0, top: 0 }])
    .png()
    .toBuffer();
}
