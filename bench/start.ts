/**
 * `npm run bench`: from the click on the toolbar icon to the first match on screen, in a real Chromium with a fake
 * camera. First: a new profile, where the backends are measured too. Cold: nothing of Gurn runs but its service worker.
 * Warm: the offscreen document is still there, the camera off.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { takeShot, writeFilm } from '../tools/driver/camera.ts';
import { type Gurn, launchGurn } from '../tools/driver/extension.ts';
import { memesIn } from '../tools/driver/library.ts';
import { shots } from '../tools/driver/shots.ts';
import { median } from './median.ts';

/** What the offscreen document marks on the way, in the order in which it usually comes. */
const MARKS = ['library', 'network', 'detector', 'embedder', 'eyes', 'camera', 'frame', 'look'] as const;

type Phase = 'popup' | 'document' | (typeof MARKS)[number] | 'match';
/** Milliseconds after the click. A phase that lies before the click (a warm start has loaded long ago) is left out. */
type Start = Partial<Record<Phase, number>>;

const PHASES: readonly Phase[] = ['popup', 'document', ...MARKS, 'match'];

const now = (): number => performance.timeOrigin + performance.now();

/** Clicks, waits until the first match is painted (its picture carries `elementtiming`) and closes the popup. */
async function measure(gurn: Gurn, page: Page): Promise<Start> {
  let clicked = Number.NaN;
  const popup = await gurn.clickToolbar(page, () => {
    clicked = now();
  });
  const painted = await popup.evaluate(
    () =>
      new Promise<{ popup: number; match: number }>((resolve, reject) => {
        setTimeout(() => reject(new Error('no match was painted within a minute')), 60_000);
        const observer = new PerformanceObserver((list) => {
          const [first] = list.getEntries();
          const origin = performance.timeOrigin;
          if (first) resolve({ popup: origin, match: origin + first.startTime });
        });
        observer.observe({ type: 'element', buffered: true });
      }),
  );
  const offscreen = await gurn.offscreen();
  const marks = await offscreen.evaluate(() => {
    const at: Record<string, number> = { document: performance.timeOrigin };
    for (const { name, startTime } of performance.getEntriesByType('mark')) {
      if (name.startsWith('gurn:')) at[name.slice(5)] = performance.timeOrigin + startTime;
    }
    return at;
  });
  await offscreen.detach();
  await gurn.closePopups();
  const all = Object.entries({ ...marks, ...painted }).map(([phase, at]) => [phase, at - clicked] as const);
  return Object.fromEntries(all.filter(([, at]) => at > 0));
}

type Kind = 'first' | 'cold' | 'warm';

async function starts(film: string): Promise<Record<Kind, Start[]>> {
  const gurn = await launchGurn({ film });
  try {
    const page = await gurn.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    await writeFilm(film, [await takeShot(page, shots.laugh)]);
    // A new user has read the welcome page by then: the starter stickers are in place before the first click.
    while ((await memesIn(gurn)).length === 0) await page.waitForTimeout(100);
    const first = await measure(gurn, page);
    const cold = await afterClosing(gurn, page);
    const warm = [await measure(gurn, page), await measure(gurn, page), await measure(gurn, page)];
    return { first: [first], cold: [cold, await afterClosing(gurn, page)], warm };
  } finally {
    await gurn.close();
  }
}

async function afterClosing(gurn: Gurn, page: Page): Promise<Start> {
  await (await gurn.worker()).evaluate(() => chrome.offscreen.closeDocument());
  return measure(gurn, page);
}

function row(kind: Kind, all: readonly Start[]): string {
  const cells = PHASES.map((phase) => {
    const values = all.map((start) => start[phase]).filter((value) => value !== undefined);
    return values.length > 0 ? String(Math.round(median(values))) : '-';
  });
  const worst = Math.round(Math.max(...all.map(({ match = Number.NaN }) => match)));
  return [kind, ...cells, String(worst)].map((cell) => cell.padStart(9)).join('');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
  const film = join(tmpdir(), `gurn-bench-${process.pid}.mjpeg`);
  const all: Record<Kind, Start[]> = { first: [], cold: [], warm: [] };
  for (let run = 0; run < Number(values.runs); run += 1) {
    const measured = await starts(film);
    for (const kind of ['first', 'cold', 'warm'] as const) all[kind].push(...measured[kind]);
  }
  await rm(film, { force: true });
  console.log(
    `Milliseconds after the click; medians of ${all.first.length}, ${all.cold.length} and ${all.warm.length} starts`,
  );
  console.log(['', ...PHASES, 'worst'].map((cell) => cell.padStart(9)).join(''));
  for (const kind of ['first', 'cold', 'warm'] as const) console.log(row(kind, all[kind]));
}

await main();
