/** A laugh that turns to astonishment: one animation, found by either face, and shown by the frame that wears it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distanceQuantiles } from '../../models/embedder/meta.json';
import type { Face } from '../../src/library/schema.ts';
import { addToLibrary, memesIn } from '../../tools/driver/library.ts';
import { liveResult } from '../../tools/driver/live.ts';
import type { ShotName } from '../../tools/driver/shots.ts';
import type { Target } from '../../tools/driver/target.ts';
import { greyGif } from '../messengers/support/gif.ts';
import { animatedWebp } from '../unit/decode/pictures/webp.ts';
import { apngOf } from './support/animations.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

const SIDE = 500;
/** Where the first face turns into the second. */
const TURN = 2;
const FRAMES: readonly ShotName[] = ['grin', 'grin', 'astonished', 'astonished'];
const PATIENCE = 90_000;
/** As src/engine/pipeline.ts has it: nearer than so many of 100 random pairs of faces is the same expression. */
const SAME_PER_CENT = 10;

interface Drawn {
  readonly png: Buffer;
  readonly webp: Buffer;
  readonly grey: readonly number[];
}

let world: World;
let files: Record<'gif' | 'webp' | 'png', Buffer>;

beforeAll(async () => {
  world = await createWorld();
  const drawn = await Promise.all(FRAMES.map((shot, index) => draw(shot, index)));
  files = {
    gif: greyGif(
      { width: SIDE, height: SIDE },
      drawn.map(({ grey }) => grey),
    ),
    webp: Buffer.from(
      animatedWebp(
        SIDE,
        drawn.map(({ webp }) => webp),
      ),
    ),
    png: apngOf(drawn.map(({ png }) => png)),
  };
  const pictures = Object.entries(files).map(([type, buffer]) => ({
    name: `turning ${type}.${type}`,
    mimeType: `image/${type}`,
    buffer,
  }));
  await addToLibrary(world.gurn, pictures);
}, 200_000);
afterAll(() => world.end());

/** A face over a band: dark below the first face, light below the second, with a mark that makes each frame its own. */
async function draw(shot: ShotName, index: number): Promise<Drawn> {
  const photo = (await world.picture(shot)).toString('base64');
  const { png, webp, grey } = await world.page.evaluate(
    async ({ photo, side, index, band }) => {
      const image = Object.assign(new Image(), { src: `data:image/jpeg;base64,${photo}` });
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.fillStyle = band;
      context.fillRect(0, 0, side, side);
      context.drawImage(image, 0, 0, side, side * 0.75);
      context.fillStyle = '#808080';
      context.fillRect(index * 60, side - 30, 40, 20);
      const { data } = context.getImageData(0, 0, side, side);
      const grey = Array.from({ length: side * side }, (_, i) =>
        Math.round(((data[4 * i] ?? 0) + (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0)) / 3),
      );
      const encoded = (type: string) => canvas.toDataURL(type, 0.9).split(',')[1] ?? '';
      return { png: encoded('image/png'), webp: encoded('image/webp'), grey };
    },
    { photo, side: SIDE, index, band: index < TURN ? '#101010' : '#f0f0f0' },
  );
  return { png: Buffer.from(png, 'base64'), webp: Buffer.from(webp, 'base64'), grey };
}

const idOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

type StoredFace = Pick<Face, 'origin' | 'frame' | 'meme'> & { readonly embedding: readonly number[] };

/** A meme's faces as the database has them. */
async function facesOf(meme: string): Promise<StoredFace[]> {
  const worker = await world.gurn.worker();
  return worker.evaluate(async (id) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('gurn'));
    const faces: Face[] = await done(db.transaction('faces').objectStore('faces').index('meme').getAll(id));
    db.close();
    return faces.map(({ origin, frame, meme, embedding }) => ({ origin, frame, meme, embedding: [...embedding] }));
  }, meme);
}

describe.each(['gif', 'webp', 'png'] as const)('an animated %s', (type) => {
  it('keeps each of its expressions once, and its bytes as they were', async () => {
    const id = idOf(files[type]);
    const meme = (await memesIn(world.gurn)).find((one) => one.id === id);
    expect(meme).toMatchObject({ animated: true, type: `image/${type}`, size: files[type].length });
    const faces = await facesOf(id);
    expect(faces.map(({ frame }) => frame).sort()).toEqual([0, TURN]);
    const [a, b] = faces.map(({ embedding }) => embedding);
    const apart = Math.hypot(...(a ?? []).map((value, i) => value - (b?.[i] ?? 0)));
    expect(apart).toBeGreaterThan(distanceQuantiles[SAME_PER_CENT] ?? Number.POSITIVE_INFINITY);
  });
});

/** What the popup shows of a meme: the picture's width, whether its band is light, and whether it can be told to move. */
const cardOf = (popup: Target, meme: string) =>
  popup.evaluate((id) => {
    const card = document.querySelector(`[data-meme="${id}"]`);
    const image = card?.querySelector('img');
    if (!card || !image?.complete || image.naturalWidth === 0) return undefined;
    const canvas = Object.assign(document.createElement('canvas'), { width: 10, height: 10 });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, 10, 10);
    const [red = 0] = context?.getImageData(5, 8, 1, 1).data ?? [];
    const { x, y } = card.getBoundingClientRect();
    return { width: image.naturalWidth, light: red > 128, still: card.querySelector('.moves') !== null, x, y };
  }, meme);

it('is found by both faces, shown by the matching frame, and moves only when pointed at', {
  timeout: 300_000,
}, async () => {
  await world.film([await world.picture('laugh'), await world.picture('astonished')], 5);
  const meme = idOf(files.webp);
  const popup = await world.gurn.clickToolbar(world.page);
  await eventually(() =>
    popup.evaluate(() => {
      const more = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'More');
      more?.click();
      return more !== undefined;
    }),
  );
  const frames = new Set<number | undefined>();
  await eventually(
    async () => frames.add((await liveResult(popup, 1)).matches.find((match) => match.meme === meme)?.frame),
    (seen) => seen.has(0) && seen.has(TURN),
    PATIENCE,
  );
  for (const light of [false, true]) {
    await eventually(
      () => cardOf(popup, meme),
      (card) => card?.still === true && card.light === light && card.width < SIDE,
      PATIENCE,
    );
  }
  await eventually(
    async () => {
      const card = await cardOf(popup, meme);
      const at = { x: (card?.x ?? 0) + 20, y: (card?.y ?? 0) + 20 };
      if (card) await popup.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
      return cardOf(popup, meme);
    },
    (card) => card?.still === false && card.width === SIDE,
    PATIENCE,
  );
  await popup.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 2, y: 2 });
  await eventually(
    () => cardOf(popup, meme),
    (card) => card === undefined || card.still,
  );
  await world.gurn.closePopups();
});

it('stands still in its details, outlined at the frame of the face that is chosen, and moves when pointed at', async () => {
  const page = await world.gurn.context.newPage();
  await page.goto(world.gurn.url('src/pages/library/index.html'));
  const card = page.locator(`[data-meme="${idOf(files.webp)}"]`);
  await card.locator('.moves').waitFor();
  await card.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog');
  // The picture has come up under the pointer.
  await page.mouse.move(1, 1);
  const seen = () =>
    details.evaluate((dialog) => {
      const image = dialog.querySelector<HTMLImageElement>('.picture img');
      if (!image?.complete || image.naturalWidth === 0) return undefined;
      const canvas = Object.assign(document.createElement('canvas'), { width: 10, height: 10 });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, 10, 10);
      const [red = 0] = context?.getImageData(5, 8, 1, 1).data ?? [];
      const outlined = dialog.querySelectorAll('.outline').length;
      return { width: image.naturalWidth, light: red > 128, outlined };
    });
  await eventually(seen, (now) => now?.light === false && now.outlined === 1 && now.width < SIDE, PATIENCE);
  await details.getByRole('button', { name: `frame ${TURN + 1}` }).click();
  await eventually(seen, (now) => now?.light === true && now.outlined === 1 && now.width < SIDE, PATIENCE);
  await details.locator('.picture').hover();
  await eventually(seen, (now) => now?.outlined === 0 && now.width === SIDE, PATIENCE);
  await page.close();
});
