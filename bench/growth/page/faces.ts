/** The camera's part: more and more people in one frame. */
import { createEngine, type Engine } from '../../../src/engine/index.ts';
import { median } from '../../median.ts';
import type { Person } from '../contract.ts';

const [WIDTH, HEIGHT] = [640, 480];
/** Room for so many. */
const [COLUMNS, ROWS] = [4, 2];

let engine: Engine | undefined;

globalThis.openEye = async () => {
  engine = await createEngine({ assets: '/assets/', backend: 'wasm' });
};

async function paint(people: readonly Person[], step: number): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  const [wide, high] = [WIDTH / COLUMNS, HEIGHT / ROWS];
  for (const [i, { photo, x, y, height }] of people.entries()) {
    const picture = await createImageBitmap(await (await fetch(photo)).blob());
    const side = height * picture.height;
    const [left, top] = [x * picture.width - side / 2, y * picture.height - side / 2];
    // They sway, so that no frame is like the one before.
    const dx = 3 * Math.sin(step + i);
    context.drawImage(
      picture,
      left,
      top,
      side,
      side,
      (i % COLUMNS) * wide + dx,
      Math.floor(i / COLUMNS) * high,
      wide,
      wide,
    );
    picture.close();
  }
  return canvas;
}

globalThis.lookAt = async (people, frames) => {
  if (!engine) throw new Error('The engine was not started.');
  const times: number[] = [];
  let found = 0;
  engine.beginAnew();
  for (let step = 0; step < frames; step += 1) {
    const frame = await paint(people, step);
    const begun = performance.now();
    const look = await engine.look(frame);
    times.push(performance.now() - begun);
    found = Math.max(found, look?.faces.length ?? 0);
  }
  return { found, ms: median(times) };
};
