import type { Page } from 'playwright-core';
import type { Gurn } from '../../tools/driver/extension.ts';
import { median } from '../median.ts';
import { type Cost, costOf } from './cost.ts';
import { PAGE } from './prepare.ts';

export interface MapFigures {
  /** Milliseconds from the section's opening until every face has its place: laid out anew, and taken from the store. */
  readonly layout: number;
  readonly stored: number;
  /** Milliseconds between frames while all faces are panned, and on the processor (main thread) for each. */
  readonly pan: { readonly p50: number; readonly p95: number; readonly cpu: number };
}

/** Opens the expression map: the first time it is laid out, if the profile holds no layout yet. */
export async function measureMap(gurn: Gurn): Promise<MapFigures> {
  const page = await gurn.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(gurn.url(`${PAGE}#map`));
  await placed(page);
  const again = page.getByRole('button', { name: 'Lay out again' });
  await page.evaluate(() => performance.clearMarks('gurn:map'));
  const begun = await page.evaluate(() => performance.now());
  await again.click();
  const layout = (await placed(page)) - begun;
  await page.reload();
  const stored = await placed(page);
  const figures = { layout, stored, pan: await pan(page, await costOf(page)) };
  await page.close();
  return figures;
}

/** When every face had its place, in milliseconds since the page's navigation. */
async function placed(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('gurn:map').length > 0, null, { timeout: 600_000 });
  await page.getByRole('application', { name: 'Expression map' }).waitFor();
  return page.evaluate(() => performance.getEntriesByName('gurn:map').at(-1)?.startTime ?? Number.NaN);
}

/** Pans to and fro for 200 frames, each drawn anew. */
async function pan(page: Page, cost: Cost): Promise<MapFigures['pan']> {
  const before = await cost.cpu();
  const gaps = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const frame = document.querySelector('.map-frame');
        const gaps: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          gaps.push(now - last);
          last = now;
          const key = gaps.length % 4 < 2 ? 'ArrowLeft' : 'ArrowRight';
          frame?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          if (gaps.length < 200) requestAnimationFrame(step);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  const sorted = gaps.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN;
  return { p50: median(gaps), p95, cpu: ((await cost.cpu()) - before) / gaps.length };
}
