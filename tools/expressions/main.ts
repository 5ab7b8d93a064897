/**
 * `npm run docs:expressions`: docs/images/expressions.webp, a picture of all named expressions. For each the drawing
 * that shows it (Fluent emoji, MIT), and a face that the network says wears it, where there is one among those in the
 * sample photographs of the npm package @vladmandic/face-api (MIT). Run it after training/prototypes.py.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { shots } from '../driver/shots.ts';
import { embedFiles } from '../embed/index.ts';
import { root } from '../paths.ts';
import { drawingOf, type Face, nearestFace, type Prototype, type Sticker } from './choose.ts';
import { sheetOf, type Tile } from './sheet.ts';

const OUT = join(root, 'docs/images/expressions.webp');
const DRAWINGS = join(root, 'node_modules/@lobehub/fluent-emoji-3d/assets');
const QUALITY = 80;
/** What the repository can bear. */
const MOST_BYTES = 400_000;
/** How much of a face's surroundings is shown, in parts of the detector's box; and how small a face may be. */
const ROOM = 1.25;
const LEAST_WIDTH = 40;
const SHOWN = 96;
/** The name must be among so many likeliest names of a face for the face to be shown as wearing it. */
const WORN = 3;

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8'));

async function sampleFaces(): Promise<Face[]> {
  const photos = [...new Set(Object.values(shots).map(({ photo }) => photo))];
  const faces: Face[] = [];
  for await (const { file, faces: found, error } of embedFiles(photos)) {
    if (error) throw new Error(`${file}: ${error}`);
    for (const { box, embedding } of found) if (box[2] >= LEAST_WIDTH) faces.push({ photo: file, box, embedding });
  }
  return faces;
}

/** The face's square, as far as the photograph reaches. */
async function cutOut({ photo, box: [x, y, width, height] }: Face): Promise<Buffer> {
  const { width: wide = 0, height: high = 0 } = await sharp(photo).metadata();
  const side = Math.min(Math.round(ROOM * Math.max(width, height)), wide, high);
  const left = Math.round(Math.min(Math.max(0, x + width / 2 - side / 2), wide - side));
  const top = Math.round(Math.min(Math.max(0, y + height / 2 - side / 2), high - side));
  return sharp(photo).extract({ left, top, width: side, height: side }).resize(SHOWN, SHOWN).png().toBuffer();
}

const { prototypes, model } = read<{ prototypes: Prototype[]; model: string }>('models/prototypes.json');
const { stickers } = read<{ stickers: Sticker[] }>('models/stickers.json');
const faces = await sampleFaces();
const tiles: Tile[] = [];
for (const prototype of prototypes) {
  const { sticker, isItsOwn } = drawingOf(prototype, prototypes, stickers);
  const { face, place } = nearestFace(prototype, prototypes, faces);
  tiles.push({
    name: prototype.name,
    drawing: await sharp(join(DRAWINGS, sticker.file)).resize(SHOWN, SHOWN).png().toBuffer(),
    isStandIn: !isItsOwn,
    face: place <= WORN ? await cutOut(face) : undefined,
  });
}
const picture = await sharp(await sheetOf(tiles))
  .webp({ quality: QUALITY })
  .toBuffer();
if (picture.length > MOST_BYTES) throw new Error(`The picture has ${picture.length} bytes, more than ${MOST_BYTES}.`);
writeFileSync(OUT, picture);
const worn = tiles.filter(({ face }) => face).length;
console.log(`${tiles.length} expressions of ${model}, ${faces.length} sample faces, ${picture.length} bytes: ${OUT}`);
console.log(`${worn} of them have a sample face, of whose names they are among the ${WORN} likeliest.`);
