import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paste } from './page/paint.ts';
import { heads, put } from './photos.ts';
import { type EngineWorld, openEngineWorld } from './world.ts';

let world: EngineWorld;

beforeAll(async () => {
  world = await openEngineWorld();
  await world.page.evaluate(() => globalThis.enginePage.start({ backend: 'wasm' }));
});
afterAll(() => world.close());

const index = (paste: Paste) => world.page.evaluate((it) => globalThis.enginePage.index(it), paste);

/** The largest face's middle. */
const middleOf = ([face]: Awaited<ReturnType<typeof index>>['faces']): readonly [number, number] =>
  face ? [face.box.x + face.box.width / 2, face.box.y + face.box.height / 2] : [Number.NaN, Number.NaN];

describe.each(heads)('the %s head', (head) => {
  it.each([
    ['of 40 px in a 640 px picture', put(head, { face: 40, at: { x: 130, y: 330 } })],
    [
      'of 40 px in a 1280 px picture',
      put(head, { picture: { width: 1280, height: 720 }, face: 40, at: { x: 900, y: 200 } }),
    ],
    ['tilted by 45°', put(head, { face: 160, turn: 45 })],
    ['tilted by −45°', put(head, { face: 160, turn: -45 })],
    ['lying', put(head, { face: 160, turn: 90 })],
    [
      'that fills a 48 px picture, in grey',
      put(head, { picture: { width: 48, height: 48 }, face: 40, filter: 'grayscale(1)' }),
    ],
    ['that fills a 640 px picture', put(head, { picture: { width: 640, height: 640 }, face: 560 })],
  ])('is found %s', async (_, paste) => {
    const { faces } = await index(paste);
    expect(faces.length).toBeGreaterThan(0);
    const [x, y] = middleOf(faces);
    const reach = paste.to.side * 0.25;
    expect(Math.abs(x - paste.to.x)).toBeLessThan(reach);
    expect(Math.abs(y - paste.to.y)).toBeLessThan(reach);
  });

  it('has the same embedding when it is turned', async () => {
    const [upright] = (await index(put(head, { face: 160 }))).vectors;
    const [turned] = (await index(put(head, { face: 160, turn: 45 }))).vectors;
    const cosine = upright?.reduce((sum, value, i) => sum + value * (turned?.[i] ?? 0), 0);
    expect(cosine).toBeGreaterThan(0.8);
  });
});

it('finds everybody in a group', async () => {
  const whole = { x: 0.5, y: 0.5, side: 1 };
  const group = { photo: '/photos/sample5.jpg', from: whole, picture: { width: 640, height: 640 } };
  const { faces, width, height, frames } = await index({ ...group, to: { x: 320, y: 320, side: 640 } });
  expect({ width, height, frames }).toEqual({ width: 640, height: 640, frames: 1 });
  expect(faces).toHaveLength(5);
  const areas = faces.map(({ box }) => box.width * box.height);
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
});

it('finds nothing in an empty picture', async () => {
  const nobody = { ...put('first', { face: 10 }), to: { x: -500, y: -500, side: 10 } };
  expect((await index(nobody)).faces).toEqual([]);
});

it('takes no letters for a face', async () => {
  const ring = (x: number) => [`M${x - 14} 150 a14 20 0 0 0 28 0 a14 20 0 0 0 -28 0 z`, 12] as const;
  const underlined = [ring(212), ring(268), ['M206 234 h67', 8]] as const;
  const { faces } = await world.page.evaluate((strokes) => globalThis.enginePage.indexStrokes(strokes), underlined);
  expect(faces).toEqual([]);
});

it('needs nothing that the content security policy refuses', () => {
  expect(world.complaints).toEqual([]);
});
