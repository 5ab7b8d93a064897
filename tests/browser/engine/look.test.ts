import { afterAll, beforeAll, expect, it } from 'vitest';
import { put, webcam } from './photos.ts';
import { type EngineWorld, openEngineWorld } from './world.ts';

let world: EngineWorld;

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? Number.NaN)));

beforeAll(async () => {
  world = await openEngineWorld();
});
afterAll(() => world.close());

it('reports its loading from nothing to whole', async () => {
  const { steps } = await world.page.evaluate(() => globalThis.enginePage.start({ backend: 'wasm' }));
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});

it('sees the face of a frame, its embedding and the time of every stage', async () => {
  const paste = webcam('first');
  const look = await world.page.evaluate((it) => globalThis.enginePage.look(it), paste);
  expect(look).toMatchObject({ width: 640, height: 480, light: 'ok' });
  expect(look?.faces).toHaveLength(1);
  expect(Math.hypot(...(look?.vector ?? []))).toBeCloseTo(1, 4);
  for (const time of Object.values(look?.timings ?? {})) expect(time).toBeGreaterThanOrEqual(0);
});

it('sees no face in an empty room, and a dark one as dark', async () => {
  const dark = await world.page.evaluate((it) => globalThis.enginePage.look(it), {
    ...webcam('first'),
    filter: 'brightness(0.08)',
  });
  expect(dark?.light).toBe('dark');
  const empty = { ...put('first', { face: 10 }), to: { x: -500, y: -500, side: 10 } };
  const look = await world.page.evaluate((it) => globalThis.enginePage.look(it), empty);
  expect(look).toMatchObject({ faces: [], vector: null, expressions: [], heldMs: 0, light: 'ok' });
});

it('detects to the last bit what MediaPipe does through WebGL', async () => {
  const pastes = [webcam('first'), webcam('second'), put('third', { face: 90, at: { x: 150, y: 300 }, turn: 20 })];
  const finds = await world.page.evaluate((them) => globalThis.enginePage.detectBothWays(them), pastes);
  expect(finds.map(({ webGl }) => webGl.length)).toEqual([1, 1, 1]);
  for (const { memory, webGl } of finds) expect(memory).toEqual(webGl);
});

it('sees a face that moves a little as if it looked for it anew each time', async () => {
  const heads = [0, 1, 2, 3, 4, 5].map((step) =>
    put('second', { face: 180 + step, at: { x: 300 + 4 * step, y: 240 - 2 * step }, turn: step / 2 }),
  );
  const lookAtAll = (anew: boolean) =>
    world.page.evaluate(
      async ([them, each]) => {
        const looks = [];
        globalThis.enginePage.beginAnew();
        for (const head of them) {
          if (each) globalThis.enginePage.beginAnew();
          looks.push(await globalThis.enginePage.look(head));
        }
        return looks;
      },
      [heads, anew] as const,
    );
  const [followed, detected] = [await lookAtAll(false), await lookAtAll(true)];
  expect(followed.map((look) => look?.faces.length)).toEqual([1, 1, 1, 1, 1, 1]);
  for (const [i, look] of followed.entries()) {
    // A blink apart: two expressions count as the same up to 0.49.
    expect(distance(look?.raw ?? [], detected[i]?.raw ?? [])).toBeLessThan(0.15);
  }
});

it('has one frame in flight and drops the rest', async () => {
  const crowd = await world.page.evaluate((it) => globalThis.enginePage.crowd(it, 20), webcam('first'));
  expect(crowd).toEqual({ taken: 1, takenAfterwards: true });
});

it('keeps no tensor over 500 frames', { timeout: 300_000 }, async () => {
  const tensors = await world.page.evaluate((it) => globalThis.enginePage.lookOften(it, 500), webcam('second'));
  expect(tensors.early).toBeGreaterThan(0);
  expect(tensors.late).toBe(tensors.early);
});
