/**
 * `npm run bench:library [-- --memes 20000 --faces 60000 --json FILE --profile FOLDER]`: a library of made-up memes in
 * a real Chromium: how soon the library page is open, how it scrolls, what it holds in memory, how soon it finds.
 * Filling it takes minutes; with `--profile` it is filled once and measured as often as wanted.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launchGurn } from '../tools/driver/extension.ts';
import { type Cost, costOf, type Memory } from './library/cost.ts';
import { type MapFigures, measureMap } from './library/map.ts';
import { type Opening, openLibraryPage } from './library/open.ts';
import { prepare } from './library/prepare.ts';
import { jump, type Scroll, scroll } from './library/scroll.ts';
import { type Act, readings, type Search, search } from './library/search.ts';

interface Figures {
  readonly memes: number;
  readonly faces: number;
  readonly machine: { readonly cores: number; readonly load: number };
  readonly opening: readonly Opening[];
  readonly reading: { readonly getAll: number; readonly cursor: number };
  /** 1,000 pixels a second: reading along. 6,000: on the way to somewhere. */
  readonly scroll: { readonly slow: Scroll; readonly fast: Scroll };
  /** Milliseconds until a screen in the middle of the library is there. */
  readonly jump: number;
  readonly memory: { readonly opened: Memory; readonly scrolled: Memory; readonly searched: Memory };
  readonly search: Search;
  readonly map: MapFigures;
}

async function measure(memes: number, faces: number, profile: string | undefined): Promise<Figures> {
  const gurn = await launchGurn({ camera: 'none', ...(profile && { profile }) });
  try {
    console.log(`Filled in ${Math.round(await prepare(gurn, memes, faces))} s`);
    const first = await openLibraryPage(gurn);
    await first.page.close();
    const { page, opening } = await openLibraryPage(gurn);
    const cost: Cost = await costOf(page);
    const opened = await cost.memory();
    const slow = await scroll(page, cost, 1000);
    const fast = await scroll(page, cost, 6000);
    const jumped = await jump(page);
    const scrolled = await cost.memory();
    const found = await search(page, cost);
    const searched = await cost.memory();
    const reading = await readings(page);
    await page.close();
    return {
      memes,
      faces,
      machine: { cores: availableParallelism(), load: loadavg()[0] ?? Number.NaN },
      opening: [first.opening, opening],
      reading,
      scroll: { slow, fast },
      jump: jumped,
      memory: { opened, scrolled, searched },
      search: found,
      map: await measureMap(gurn),
    };
  } finally {
    await gurn.close();
  }
}

const ms = (value: number): string => `${Math.round(value)} ms`;
const frames = ({ frames, p50, p95, worst, cpu }: Scroll): string =>
  `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, worst ${ms(worst)} of ${frames} frames; ${cpu.toFixed(1)} ms CPU a frame`;
const act = ({ ms: all, cpu }: Act): string => `${ms(all)} (${ms(cpu)} CPU)`;
const held = ({ heap, nodes }: Memory): string => `${heap.toFixed(0)} MB, ${nodes} nodes`;

function print({ memes, faces, machine, opening, reading, scroll, jump, memory, search, map }: Figures): void {
  console.log(`${memes} memes, ${faces} faces; ${machine.cores} cores, load average ${machine.load.toFixed(1)}`);
  for (const { pictures, all } of opening) console.log(`Open: pictures after ${ms(pictures)}, all after ${ms(all)}`);
  console.log(`Records: getAll ${ms(reading.getAll)}, cursor ${ms(reading.cursor)}`);
  console.log(`Scroll at 1,000 px/s: ${frames(scroll.slow)}`);
  console.log(`Scroll at 6,000 px/s: ${frames(scroll.fast)}`);
  console.log(`Jump to the middle: ${ms(jump)}`);
  console.log(`Heap: opened ${held(memory.opened)}; scrolled ${held(memory.scrolled)}; found ${held(memory.searched)}`);
  const { words, faces: named, expression, tag, byName, selectAll } = search;
  console.log(`Words ${act(words)}; faces read ${act(named)}; expression ${act(expression)}; tag ${act(tag)}`);
  console.log(`Order by name ${act(byName)}; select all ${act(selectAll)}`);
  const { p50, p95, cpu } = map.pan;
  console.log(`Map: laid out in ${ms(map.layout)}, from the store in ${ms(map.stored)}`);
  console.log(`Map panned: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms a frame; ${cpu.toFixed(1)} ms CPU a frame`);
}

const { values } = parseArgs({
  options: {
    memes: { type: 'string', default: '20000' },
    faces: { type: 'string', default: '60000' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});
const figures = await measure(Number(values.memes), Number(values.faces), values.profile);
print(figures);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
