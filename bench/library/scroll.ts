import type { Page } from 'playwright-core';
import { median } from '../median.ts';
import type { Cost } from './cost.ts';

export interface Scroll {
  readonly frames: number;
  /** Milliseconds between frames. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** Milliseconds on the processor a frame, of the page's main thread. */
  readonly cpu: number;
}

/** Scrolls down for `seconds`, `speed` pixels a second, and takes the time of every frame. */
export async function scroll(page: Page, cost: Cost, speed: number, seconds = 6): Promise<Scroll> {
  const before = await cost.cpu();
  const gaps = await page.evaluate(
    ({ speed, seconds }) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const begun = performance.now();
        let last = begun;
        const step = (now: number): void => {
          gaps.push(now - last);
          scrollBy(0, (speed * (now - last)) / 1000);
          last = now;
          if (now - begun < seconds * 1000) requestAnimationFrame(step);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(step);
      }),
    { speed, seconds },
  );
  const sorted = gaps.toSorted((a, b) => a - b);
  return {
    frames: gaps.length,
    p50: median(gaps),
    p95: sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
    cpu: ((await cost.cpu()) - before) / gaps.length,
  };
}

/** Milliseconds from a jump into the middle of the library until all pictures of that screen are there. */
export const jump = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        scrollTo(0, document.documentElement.scrollHeight / 2);
        const look = (): void => {
          const seen = [...document.querySelectorAll('.meme')].filter((card) => {
            const { top, bottom } = card.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          });
          const shown = seen.length > 0 && seen.every((card) => card.querySelector('img')?.complete);
          if (shown) resolve(performance.now() - begun);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
