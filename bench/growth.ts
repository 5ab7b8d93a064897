/**
 * `tsx bench/growth.ts [--json FILE] [--plot FOLDER]`: how time and memory grow with the memes in the library, one face
 * each, and with the people in front of the camera, in a real Chromium. `--plot` draws them into SVGs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { shots } from '../tools/driver/shots.ts';
import { publicDir, root } from '../tools/paths.ts';
import { writeFigures } from './figures.ts';
import type { FacesPoint, MemesPoint, Person } from './growth/contract.ts';
import { exponentOf } from './growth/exponent.ts';
import { plotsOf } from './growth/plots.ts';
import { megabytes, processesBelow } from './processes.ts';
import { openWorld, type World } from './world.ts';

const MEMES = [1_000, 3_000, 10_000, 30_000, 100_000];
const FRAMES = 15;

/** No two are the same person. */
const people: readonly Person[] = (
  ['laugh', 'thoughtful', 'serious', 'toothySmile', 'knowing', 'pout', 'grin', 'calm'] as const
).map((name) => ({ ...shots[name], photo: `/photos/${basename(shots[name].photo)}` }));

/** Megabytes of the page's process after a collection: scripts, their buffers, WebAssembly, and the browser's own part. */
async function memoryOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
  return megabytes(processesBelow().filter(({ kind }) => kind === 'page'));
}

async function measureMemes({ withPage }: World): Promise<MemesPoint[]> {
  const file = JSON.parse(await readFile(join(root, 'models/prototypes.json'), 'utf8')) as {
    model: string;
    prototypes: { mean: number[] }[];
  };
  const given = { model: file.model, means: file.prototypes.map(({ mean }) => mean) };
  const points: MemesPoint[] = [];
  // One browser profile for all: the library grows from size to size.
  await withPage(async (page) => {
    for (const [i, memes] of MEMES.entries()) {
      await page.evaluate(({ from, to, model, means }) => fillLibrary(from, to, model, means), {
        ...given,
        from: MEMES[i - 1] ?? 0,
        to: memes,
      });
      await page.reload();
      const before = await memoryOf(page);
      const openMs = await page.evaluate((model) => openMemes(model), given.model);
      const memoryMb = (await memoryOf(page)) - before;
      const searchMs = await page.evaluate((means) => searchMemes(means), given.means);
      points.push({ memes, openMs, searchMs, memoryMb });
    }
  });
  return points;
}

function measureFaces({ withPage }: World): Promise<FacesPoint[]> {
  return withPage(async (page) => {
    await page.evaluate(() => openEye());
    const look = (count: number) =>
      page.evaluate(([them, frames]) => lookAt(them, frames), [people.slice(0, count), FRAMES] as const);
    await look(1);
    const points: FacesPoint[] = [];
    for (let faces = 1; faces <= people.length; faces += 1) {
      const { found, ms } = await look(faces);
      points.push({ faces, found, lookMs: ms, memoryMb: await memoryOf(page) });
    }
    return points;
  });
}

const rounded = <T extends object>(point: T): T =>
  Object.fromEntries(
    Object.entries(point).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  ) as T;

const { values } = parseArgs({ options: { json: { type: 'string' }, plot: { type: 'string' } } });
const world = await openWorld('growth', [
  ['/assets/', publicDir],
  ['/photos/', dirname(shots.laugh.photo)],
]);
try {
  const memes = (await measureMemes(world)).map(rounded);
  const faces = (await measureFaces(world)).map(rounded);
  console.table(memes);
  console.table(faces);
  const exponents = {
    open: exponentOf(memes.map(({ memes, openMs }) => [memes, openMs])),
    search: exponentOf(memes.map(({ memes, searchMs }) => [memes, searchMs])),
    memory: exponentOf(memes.map(({ memes, memoryMb }) => [memes, memoryMb])),
    look: exponentOf(faces.map(({ faces, lookMs }) => [faces, lookMs])),
  };
  console.log('Exponents from the smallest to the largest (1: linear; below: less than that):', exponents);
  await writeFigures(values.json, { growth: { memes, faces, exponents } });
  if (values.plot) {
    await mkdir(values.plot, { recursive: true });
    for (const [name, svg] of plotsOf(memes, faces)) await writeFile(join(values.plot, `growth-${name}.svg`), svg);
  }
} finally {
  await world.close();
}
