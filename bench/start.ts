/**
 * `npm run bench`: from the click on the toolbar icon to the first matches on screen, in a real Chromium with a fake
 * camera. Cold: nothing of Gurn runs but its service worker. Warm: the offscreen document is still there, camera off.
 */

import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { takeShot, writeFilm } from '../tools/driver/camera.ts';
import { type Gurn, launchGurn } from '../tools/driver/extension.ts';
import { shots } from '../tools/driver/shots.ts';
import { median } from './median.ts';

interface Start {
  /** Milliseconds from the click to: the popup's document, the first match painted. */
  readonly document: number;
  readonly match: number;
  /** The same for the camera's opening and the models' being ready, in the offscreen document. */
  readonly camera: number;
  readonly eyes: number;
}

const now = (): number => performance.timeOrigin + performance.now();

/** Clicks, waits for the first painted match and closes the popup. The popup's pictures carry `elementtiming`. */
async function measure(gurn: Gurn, page: Page): Promise<Start> {
  const clicked = now();
  const popup = await gurn.clickToolbar(page);
  const painted = await popup.evaluate(
    () =>
      new Promise<{ origin: number; at: number }>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [first] = list.getEntries();
          if (first) resolve({ origin: performance.timeOrigin, at: performance.timeOrigin + first.startTime });
        });
        observer.observe({ type: 'element', buffered: true });
      }),
  );
  const offscreen = await gurn.offscreen();
  const marks = await offscreen.evaluate(() =>
    ['gurn:camera', 'gurn:eyes'].map(
      (name) => performance.timeOrigin + (performance.getEntriesByName(name).at(-1)?.startTime ?? 0),
    ),
  );
  await offscreen.detach();
  await gurn.closePopups();
  const [camera = 0, eyes = 0] = marks.map((at) => at - clicked);
  return { document: painted.origin - clicked, match: painted.at - clicked, camera, eyes };
}

async function coldAndWarm(film: string): Promise<{ cold: Start; warm: Start[] }> {
  const gurn = await launchGurn({ film });
  try {
    const page = await gurn.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    await writeFilm(film, [await takeShot(page, shots.laugh)]);
    await seeded(gurn);
    const cold = await measure(gurn, page);
    const warm = [await measure(gurn, page), await measure(gurn, page), await measure(gurn, page)];
    return { cold, warm };
  } finally {
    await gurn.close();
  }
}

/** A new user has read the welcome page by then: the starter stickers are in place before the first click. */
async function seeded(gurn: Gurn): Promise<void> {
  const worker = await gurn.worker();
  await worker.evaluate(async () => {
    for (;;) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gurn');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const names = [...db.objectStoreNames];
      const seeding = names.includes('settings')
        ? db.transaction('settings').objectStore('settings').get('starterSeeded')
        : undefined;
      const done = await new Promise<boolean>((resolve) => {
        if (!seeding) return resolve(false);
        seeding.onsuccess = () => resolve(seeding.result !== undefined);
        seeding.onerror = () => resolve(false);
      });
      db.close();
      if (done) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

const row = (name: string, starts: readonly Start[]): string => {
  const of = (pick: (start: Start) => number): string =>
    Math.round(median(starts.map(pick)))
      .toString()
      .padStart(9);
  const worst = Math.round(Math.max(...starts.map(({ match }) => match)))
    .toString()
    .padStart(9);
  return `${name.padEnd(8)}${of((s) => s.document)}${of((s) => s.camera)}${of((s) => s.eyes)}${of((s) => s.match)}${worst}`;
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const film = join(tmpdir(), `gurn-bench-${process.pid}.mjpeg`);
  const cold: Start[] = [];
  const warm: Start[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const measured = await coldAndWarm(film);
    cold.push(measured.cold);
    warm.push(...measured.warm);
  }
  await rm(film, { force: true });
  console.log(`Milliseconds after the click, median of ${cold.length} cold and ${warm.length} warm starts:`);
  console.log('           popup   camera   models  matches    worst');
  console.log(row('cold', cold));
  console.log(row('warm', warm));
}

await main();
