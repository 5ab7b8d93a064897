/** One opening of the popup, from the click on the toolbar icon to the first match on screen, with its phases. */
import type { Page } from 'playwright-core';
import type { Gurn } from '../../tools/driver/extension.ts';

/** In the order in which they usually come; what they mean is in docs/speed.md. */
export const PHASES = [
  'popup',
  'script',
  'open',
  'mounted',
  'document',
  'loaded',
  'asked',
  'library',
  'network',
  'embedder',
  'detector',
  'eyes',
  'camera',
  'frame',
  'look',
  'match',
] as const;
export type Phase = (typeof PHASES)[number];

/** Milliseconds after the click. A phase that lies before the click (a warm start has loaded long ago) is left out. */
export type Start = Partial<Record<Phase, number>>;

export const now = (): number => performance.timeOrigin + performance.now();

/** Runs in the popup: its marks, and when the first match is painted (its picture carries `elementtiming`). */
export const untilPainted = (): Promise<Record<string, number>> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('nothing was painted within a minute')), 60_000);
    const observer = new PerformanceObserver((list) => {
      const [first] = list.getEntries();
      if (!first) return;
      const origin = performance.timeOrigin;
      const at: Record<string, number> = { popup: origin, match: origin + first.startTime };
      for (const { name, startTime } of performance.getEntriesByType('mark')) at[name.slice(5)] = origin + startTime;
      resolve(at);
    });
    observer.observe({ type: 'element', buffered: true });
  });

const marks = (): Record<string, number> => {
  const at: Record<string, number> = { document: performance.timeOrigin };
  for (const { name, startTime } of performance.getEntriesByType('mark')) {
    at[name.slice(5)] = performance.timeOrigin + startTime;
  }
  return at;
};

/** Closes the popup, and waits until it is gone: the next opening would find it instead of its own. */
export async function close(gurn: Gurn): Promise<void> {
  await gurn.closePopups();
  const { targetInfos } = await gurn.command<{ targetInfos: { url: string }[] }>('Target.getTargets');
  if (targetInfos.some(({ url }) => url === gurn.url('/src/popup/index.html'))) await close(gurn);
}

/** Clicks, waits until the first match is painted and closes the popup. */
export async function openOnce(gurn: Gurn, page: Page): Promise<Start> {
  let clicked = Number.NaN;
  const popup = await gurn.clickToolbar(page, () => {
    clicked = now();
  });
  const inPopup = await popup.evaluate(untilPainted);
  await popup.detach();
  const offscreen = await gurn.offscreen();
  const inDocument = await offscreen.evaluate(marks);
  await offscreen.detach();
  await close(gurn);
  const all = Object.entries({ ...inDocument, ...inPopup }).map(([phase, at]) => [phase, at - clicked] as const);
  return Object.fromEntries(all.filter(([, at]) => at > 0));
}
