/**
 * What Gurn costs while it is only there: the processor time of all of the browser's processes with the popup open on
 * a face that holds still, on one that moves, and closed again, less what the same browser used before Gurn was opened.
 * 100 % is one core. What a new profile does once, small pictures of its stickers, is waited for. `--seconds N` for each,
 * `--json FILE`.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeFilm } from '../tools/driver/camera.ts';
import { type Gurn, launchGurn } from '../tools/driver/extension.ts';
import { memesIn } from '../tools/driver/library.ts';
import { liveResult } from '../tools/driver/live.ts';
import { writeFigures } from './figures.ts';
import { caughtUp } from './idle/caught-up.ts';
import { FRAME_SECONDS, moving, still } from './idle/films.ts';
import { type Kind, type Process, processesBelow } from './processes.ts';

const KINDS: readonly Kind[] = ['extension', 'gpu', 'utility', 'browser', 'page'];
/** What has just been opened or closed has this long (ms) to come to rest. */
const SETTLE_MS = 4_000;

type Load = Readonly<Record<Kind | 'all', number>>;

/** Per cent of one core that the browser's processes use during `seconds`. */
async function load(seconds: number): Promise<Load> {
  await pause(SETTLE_MS);
  const used = (of: readonly Process[], kind?: Kind): number =>
    of.filter((one) => one.pid !== process.pid && (!kind || one.kind === kind)).reduce((sum, p) => sum + p.seconds, 0);
  const [before, from] = [processesBelow(), performance.now()];
  await pause(seconds * 1000);
  const [after, elapsed] = [processesBelow(), (performance.now() - from) / 1000];
  const percent = (kind?: Kind): number => ((used(after, kind) - used(before, kind)) / elapsed) * 100;
  const kinds = Object.fromEntries([...KINDS, 'other' as const].map((kind) => [kind, percent(kind)]));
  return { ...(kinds as Record<Kind, number>), all: percent() };
}

/** Opens the popup, waits until it matches, measures, and closes it. */
async function open(gurn: Gurn, seconds: number): Promise<Load> {
  const [, page] = gurn.context.pages();
  if (!page) throw new Error('the page is gone');
  const popup = await gurn.clickToolbar(page);
  await liveResult(popup);
  await popup.detach();
  const measured = await load(seconds);
  await gurn.closePopups();
  return measured;
}

async function measure(film: string, seconds: number): Promise<Record<string, Load>> {
  const gurn = await launchGurn({ film });
  try {
    const page = await gurn.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    const films = { still: await still(page), moving: await moving(page) };
    const before = await load(seconds);
    await writeFilm(film, films.still, FRAME_SECONDS);
    const openStill = await open(gurn, seconds);
    await caughtUp(gurn, (await memesIn(gurn)).length);
    const closed = await load(seconds);
    await writeFilm(film, films.moving, FRAME_SECONDS);
    return { before, openStill, closed, openMoving: await open(gurn, seconds) };
  } finally {
    await gurn.close();
  }
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' }, json: { type: 'string' } } });
const film = join(tmpdir(), `gurn-idle-${process.pid}.mjpeg`);
const loads = await measure(film, Number(values.seconds)).finally(() => rm(film, { force: true }));
const cell = (text: string | number): string => String(typeof text === 'number' ? text.toFixed(1) : text).padStart(11);
console.log(`Per cent of one core, during ${values.seconds} s each`);
console.log(['', 'all', ...KINDS].map(cell).join(''));
for (const [name, load] of Object.entries(loads))
  console.log([name, load.all, ...KINDS.map((kind) => load[kind])].map(cell).join(''));

const more = (name: string): number => Number(((loads[name]?.all ?? Number.NaN) - (loads.before?.all ?? 0)).toFixed(1));
await writeFigures(values.json, {
  idle: {
    openStillCpuPercent: more('openStill'),
    openMovingCpuPercent: more('openMoving'),
    closedCpuPercent: Math.max(0, more('closed')),
    browserCpuPercent: Number(loads.before?.all.toFixed(1)),
  },
});
