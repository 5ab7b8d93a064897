/**
 * `tsx bench/frame.ts [--json FILE] [--frames 20] [--landmarker FILE]`: from a camera frame to ranked memes, beside three
 * peers that describe faces. All see the same frames in one page of a real Chromium, one after the other, frame by
 * frame. FaceLandmarker's model is not in any npm package: it is read from `--landmarker`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { root } from '../tools/paths.ts';
import { writeFigures } from './figures.ts';
import { type Backend, CONTENDERS, type ContenderName, type Plan, type Run } from './frame/contender.ts';
import { type FrameFigures, figuresOf, type Row, rowOf } from './frame/figures.ts';
import { FACES, MEMES } from './frame/library.ts';
import { tableOf } from './frame/table.ts';
import { openWorld, people } from './frame/world.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    frames: { type: 'string', default: '20' },
    landmarker: { type: 'string', default: join(root, '../shared/data/peers/face_landmarker.task') },
  },
});

const NO_MODEL = 'its model file is not here; give it with --landmarker FILE';
const WARM_UP = 10;
/** Frames that show that an emulated graphics card works; their times say nothing. */
const FEW = { framesEach: 2, warmUp: 1 };

const measure = (page: Page, plan: Plan): Promise<Run[]> => page.evaluate((wanted) => measureFrames(wanted), plan);

interface GpuFigures {
  readonly backend: Backend;
  /** False: emulated in software, so that it only shows that it runs. */
  readonly hardware: boolean;
  readonly remark: string;
  readonly rows: Readonly<Record<string, Row | { readonly problem: string }>>;
}

async function onGpu(page: Page, backend: Backend, names: readonly ContenderName[], each: number): Promise<GpuFigures> {
  const problem = await page.evaluate((wanted) => noHardware(wanted), backend);
  const contenders = (problem ? (['gurn'] as const) : names).map((name) => ({ name, backend }));
  const length = problem ? FEW : { framesEach: each, warmUp: WARM_UP };
  const runs = await measure(page, { contenders, shots: people.slice(0, problem ? 1 : people.length), ...length });
  const rows = runs.map(
    (run) => [run.name, run.problem === undefined ? rowOf(run) : { problem: run.problem }] as const,
  );
  return { backend, hardware: !problem, remark: problem ?? '', rows: Object.fromEntries(rows) };
}

function printGpu({ backend, hardware, remark, rows }: GpuFigures): void {
  console.log(`\n${backend}: ${hardware ? 'on the graphics card' : `${remark} Shown only to run:`}`);
  for (const [name, row] of Object.entries(rows)) {
    const told =
      'problem' in row ? row.problem : `median ${row.medianMs} ms, p95 ${row.p95Ms} ms, ${row.frames} frames`;
    console.log(`  ${name}: ${told}`);
  }
}

async function main(): Promise<void> {
  const each = Number(values.frames);
  const names = CONTENDERS.filter((name) => name !== 'face-landmarker' || existsSync(values.landmarker));
  const world = await openWorld(values.landmarker);
  try {
    const length = { shots: people, framesEach: each, warmUp: WARM_UP };
    const wasm = (contenders: readonly ContenderName[]): Plan['contenders'] =>
      contenders.map((name) => ({ name, backend: 'wasm' }));
    const runs = await measure(world.page, { contenders: wasm(names), ...length });
    const missing = CONTENDERS.filter((name) => !names.includes(name)).map(
      (name): Run => ({ name, backend: 'wasm', setting: '', problem: NO_MODEL, times: [], found: 0, stages: {} }),
    );
    const figures: FrameFigures = figuresOf([...runs, ...missing]);
    const [alone] = (await measure(world.page, { contenders: wasm(['gurn']), ...length })).map(rowOf);
    console.log(
      `${figures.frames} frames of ${people.length} people, 640×480; ${MEMES} memes with ${FACES} faces; WASM\n`,
    );
    console.log(tableOf(figures));
    console.log(`\nGurn with nobody beside it: median ${alone?.medianMs} ms, p95 ${alone?.p95Ms} ms`);
    const gpu: GpuFigures[] = [];
    for (const backend of ['webgl', 'webgpu'] as const) gpu.push(await onGpu(world.page, backend, names, each));
    for (const one of gpu) printGpu(one);
    const frame = { ...figures, memes: MEMES, faces: FACES, alone, gpu };
    await writeFigures(values.json, { frame });
    // A peer that is installed and does not start makes the comparison worth nothing.
    if (runs.some(({ problem }) => problem !== undefined)) process.exitCode = 1;
  } finally {
    await world.close();
  }
}

await main();
