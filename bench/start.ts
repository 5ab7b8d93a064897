/**
 * From the click on the toolbar icon to the first match on screen, in a real Chromium with a fake camera. First: a new
 * profile, where the backends are measured too. Cold: nothing of Gurn runs but its service worker. Warm: the offscreen
 * document is still there, the camera off. Asleep: warm, and the service worker has ended, as it does after 30 s. Blank: a
 * popup of another extension that shows a word and does nothing, which is where the browser's own share ends.
 * `--runs N` browsers, `--json FILE`.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { takeShot, writeFilm } from '../tools/driver/camera.ts';
import { type Gurn, launchGurn } from '../tools/driver/extension.ts';
import { memesIn } from '../tools/driver/library.ts';
import { shots } from '../tools/driver/shots.ts';
import { writeFigures } from './figures.ts';
import { median } from './median.ts';
import { blankStarts } from './start/blank.ts';
import { openOnce, PHASES, type Phase, type Start } from './start/opening.ts';

const KINDS = ['first', 'cold', 'warm', 'asleep'] as const;
type Kind = (typeof KINDS)[number];
type Starts = Record<Kind, Start[]>;

async function starts(film: string, all: Starts): Promise<void> {
  const gurn = await launchGurn({ film });
  try {
    const page = await gurn.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    await writeFilm(film, [await takeShot(page, shots.laugh)]);
    // A new user has read the welcome page by then: the starter stickers are in place before the first click.
    while ((await memesIn(gurn)).length === 0) await page.waitForTimeout(100);
    all.first.push(await openOnce(gurn, page));
    for (let round = 0; round < 2; round += 1) {
      await (await gurn.worker()).evaluate(() => chrome.offscreen.closeDocument());
      all.cold.push(await openOnce(gurn, page));
      for (let times = 0; times < 3; times += 1) all.warm.push(await openOnce(gurn, page));
      await endWorker(gurn);
      all.asleep.push(await openOnce(gurn, page));
    }
  } finally {
    await gurn.close();
  }
}

/** Ends the service worker as the browser does when it has been idle. */
async function endWorker(gurn: Gurn): Promise<void> {
  const offscreen = await gurn.offscreen();
  await offscreen.send('ServiceWorker.enable');
  await offscreen.send('ServiceWorker.stopAllWorkers');
  await offscreen.detach();
}

const of = (all: readonly Start[], phase: Phase): number[] =>
  all.map((start) => start[phase]).filter((value) => value !== undefined);

function medians(all: readonly Start[]): Start {
  const known = PHASES.map((phase) => [phase, of(all, phase)] as const).filter(([, values]) => values.length > 0);
  return Object.fromEntries(known.map(([phase, values]) => [phase, Math.round(median(values))]));
}

const worst = (all: readonly Start[]): Start => all.toSorted((a, b) => (b.match ?? 0) - (a.match ?? 0))[0] ?? {};

function table(all: Starts): void {
  const width = (cell: string): string => cell.padStart(9);
  const row = (name: string, start: Start): string =>
    name.padEnd(14) + PHASES.map((phase) => width(String(Math.round(start[phase] ?? Number.NaN)))).join('');
  console.log('Milliseconds after the click: medians, and the slowest opening of each kind');
  console.log(`${''.padEnd(14)}${PHASES.map(width).join('')}`.replaceAll('NaN', '-'));
  for (const kind of KINDS) {
    console.log(row(`${kind} (${all[kind].length})`, medians(all[kind])).replaceAll('NaN', '  -'));
    console.log(row('  slowest', worst(all[kind])).replaceAll('NaN', '  -'));
  }
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2' }, json: { type: 'string' } } });
const film = join(tmpdir(), `gurn-bench-${process.pid}.mjpeg`);
const all: Starts = { first: [], cold: [], warm: [], asleep: [] };
try {
  for (let run = 0; run < Number(values.runs); run += 1) await starts(film, all);
} finally {
  await rm(film, { force: true });
}
table(all);
const blank = Math.round(median(await blankStarts(6 * Number(values.runs))));
console.log(`A blank popup is painted after ${blank} ms.`);
const matched = (kind: Kind): number => Math.round(median(of(all[kind], 'match')));
await writeFigures(values.json, {
  start: {
    newProfileMs: matched('first'),
    coldMs: matched('cold'),
    warmMs: matched('warm'),
    blankPopupMs: blank,
    warmWorkerEndedMs: matched('asleep'),
    warmWorstMs: Math.round(Math.max(...of([...all.warm, ...all.asleep], 'match'))),
    phases: Object.fromEntries(KINDS.map((kind) => [kind, medians(all[kind])])),
  },
});
