/**
 * `tsx bench/follow.ts [--json FILE --swaps 12]`: how soon the matches follow a new face, from the first preview frame
 * that shows it to the popup's best match being another, in a real Chromium whose fake camera swaps two people every
 * second (an expression that is held longer freezes the matches).
 */
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { takeShot, writeFilm } from '../tools/driver/camera.ts';
import { launchGurn } from '../tools/driver/extension.ts';
import { addToLibrary } from '../tools/driver/library.ts';
import { shots } from '../tools/driver/shots.ts';
import type { Target } from '../tools/driver/target.ts';
import { median } from './median.ts';

/** Runs in the popup: milliseconds from each of `swaps` changes of the picture to the change of the best match. */
function watchSwaps(swaps: number): Promise<number[]> {
  const canvas = new OffscreenCanvas(8, 6);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  let before: Uint8ClampedArray | undefined;
  let swapped = 0;
  let best = document.querySelector('.match')?.getAttribute('data-meme');
  const delays: number[] = [];
  return new Promise((resolve, reject) => {
    setTimeout(
      () => reject(new Error(`only ${delays.length} of ${swaps} swaps changed the best match`)),
      5_000 * swaps,
    );
    new BroadcastChannel('gurn.preview').addEventListener('message', ({ data }) => {
      context.drawImage(data.bitmap, 0, 0, 8, 6);
      data.bitmap.close();
      const { data: pixels } = context.getImageData(0, 0, 8, 6);
      const change = before ? pixels.reduce((sum, value, i) => sum + Math.abs(value - (before?.[i] ?? 0)), 0) : 0;
      before = pixels;
      // Two people differ by thousands, camera noise by tens.
      if (change > 1_500) swapped = performance.now();
    });
    new MutationObserver(() => {
      const now = document.querySelector('.match')?.getAttribute('data-meme');
      if (now === best) return;
      best = now;
      if (swapped > 0) delays.push(performance.now() - swapped);
      swapped = 0;
      if (delays.length === swaps) resolve(delays);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

async function untilMatched(popup: Target): Promise<void> {
  await popup.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.querySelector('.match')) resolve();
          else setTimeout(look, 50);
        };
        look();
      }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { swaps: { type: 'string', default: '12' }, json: { type: 'string' } },
  });
  const film = join(tmpdir(), `gurn-follow-${process.pid}.mjpeg`);
  const gurn = await launchGurn({ film });
  try {
    const page = await gurn.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    const memes = await Promise.all(
      (['grin', 'thoughtful'] as const).map(async (name) => ({
        name: `${name}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await takeShot(page, shots[name]),
      })),
    );
    await addToLibrary(gurn, memes);
    await writeFilm(film, [await takeShot(page, shots.laugh), await takeShot(page, shots.serious)], 1);
    const popup = await gurn.clickToolbar(page);
    await untilMatched(popup);
    const delays = await popup.evaluate(watchSwaps, Number(values.swaps));
    const follow = { medianMs: Math.round(median(delays)), worstMs: Math.round(Math.max(...delays)) };
    console.log(
      `A new face is followed after ${follow.medianMs} ms (median of ${delays.length}; worst ${follow.worstMs}).`,
    );
    if (values.json) await writeFile(values.json, `${JSON.stringify({ follow }, null, 2)}\n`);
  } finally {
    await gurn.close();
    await rm(film, { force: true });
  }
}

await main();
