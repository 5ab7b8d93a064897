/**
 * What stays in memory: of the process that holds Gurn's documents, after one opening of the popup, after a hundred,
 * and with `--minutes N` after the popup was open for so long; each time closed again and after a collection. A flat
 * line is the goal. Chromium keeps up to half a gigabyte of decoded pictures for as long as nobody wants the memory, so
 * it is told that memory is short before it is measured; `kept` is what the process had until then. `--openings N`,
 * `--json FILE`. Linux only.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { takeShot, writeFilm } from '../tools/driver/camera.ts';
import { type Gurn, launchGurn } from '../tools/driver/extension.ts';
import { memesIn } from '../tools/driver/library.ts';
import { liveResult } from '../tools/driver/live.ts';
import { shots } from '../tools/driver/shots.ts';
import { writeFigures } from './figures.ts';
import { median } from './median.ts';
import { megabytes, processesBelow } from './processes.ts';
import { openOnce } from './start/opening.ts';

/** Megabytes of the process, and of scripts in it; documents, nodes and listeners that are still there. */
interface Usage {
  /** With the browser's own caches. */
  readonly kept: number;
  readonly process: number;
  readonly browser: number;
  readonly heap: number;
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What a closed popup leaves to be freed is gone by then (ms). */
const SETTLE_MS = 1_500;

const ofExtension = () => processesBelow().filter(({ kind }) => kind === 'extension');

async function usage(gurn: Gurn): Promise<Usage> {
  await pause(SETTLE_MS);
  const offscreen = await gurn.offscreen();
  const collect = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) await offscreen.send('HeapProfiler.collectGarbage');
  };
  await collect();
  const kept = megabytes(ofExtension());
  await offscreen.send('Memory.simulatePressureNotification', { level: 'critical' });
  await collect();
  const { usedSize } = await offscreen.send<{ usedSize: number }>('Runtime.getHeapUsage');
  const counters = await offscreen.send<{ documents: number; nodes: number; jsEventListeners: number }>(
    'Memory.getDOMCounters',
  );
  await offscreen.detach();
  await pause(SETTLE_MS);
  const all = processesBelow().filter(({ pid }) => pid !== process.pid);
  return {
    kept,
    process: megabytes(ofExtension()),
    browser: megabytes(all),
    heap: usedSize / 1e6,
    documents: counters.documents,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
  };
}

async function openFor(gurn: Gurn, page: Page, minutes: number): Promise<void> {
  const popup = await gurn.clickToolbar(page);
  await liveResult(popup);
  await popup.detach();
  await pause(minutes * 60_000);
  await gurn.closePopups();
}

const { values } = parseArgs({
  options: {
    openings: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '0' },
    json: { type: 'string' },
  },
});
const film = join(tmpdir(), `gurn-memory-${process.pid}.mjpeg`);
const gurn = await launchGurn({ film });
const times: number[] = [];
const usages: Record<string, Usage> = {};

async function openings(page: Page, until: number): Promise<void> {
  while (times.length < until) {
    const start = await openOnce(gurn, page);
    times.push(start.match ?? Number.NaN);
    if ((start.match ?? 0) > 3_000) console.log(`opening ${times.length} was slow: ${JSON.stringify(start)}`);
  }
  usages[`after ${until}`] = await usage(gurn);
}

try {
  const page = await gurn.context.newPage();
  await page.goto('data:text/html,<title>A page</title>');
  // Two people, so that matches come and go.
  await writeFilm(film, [await takeShot(page, shots.laugh), await takeShot(page, shots.serious)], 0.2);
  while ((await memesIn(gurn)).length === 0) await page.waitForTimeout(100);
  const many = Number(values.openings);
  for (const until of [1, Math.ceil(many / 10), Math.ceil(many / 2), many]) await openings(page, until);
  if (Number(values.minutes) > 0) {
    await openFor(gurn, page, Number(values.minutes));
    usages[`after ${values.minutes} min`] = await usage(gurn);
  }
} finally {
  await gurn.close();
  await rm(film, { force: true });
}

const COLUMNS = ['kept', 'process', 'browser', 'heap', 'documents', 'nodes', 'listeners'] as const;
const cell = (text: string | number): string => String(typeof text === 'number' ? text.toFixed(1) : text).padStart(13);
console.log('Megabytes, after a collection, popup closed');
console.log(['', ...COLUMNS].map(cell).join(''));
for (const [name, one] of Object.entries(usages))
  console.log([name, ...COLUMNS.map((key) => one[key])].map(cell).join(''));
console.log(
  `Openings: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (the first loads the models)`,
);
const of = (name: string): Usage | undefined => usages[name];
const round = (value: number | undefined): number => Number((value ?? Number.NaN).toFixed(1));
const soaked = of(`after ${values.minutes} min`);
await writeFigures(values.json, {
  memory: {
    after1: round(of('after 1')?.process),
    after100: round(of(`after ${values.openings}`)?.process),
    openings: Number(values.openings),
    keptAfter1: round(of('after 1')?.kept),
    keptAfter100: round(of(`after ${values.openings}`)?.kept),
    heapAfter1: round(of('after 1')?.heap),
    heapAfter100: round(of(`after ${values.openings}`)?.heap),
    ...(soaked && { minutes: Number(values.minutes), afterMinutes: round(soaked.process) }),
  },
});
