/** Shows every frame to every contender, one after the other, and takes the time. */
import { whyNotWorthwhile } from '../../../src/engine/backends.ts';
import { withTimeLimit } from '../../../src/engine/timeLimit.ts';
import type { Backend, Contender, ContenderName, Plan, Run } from '../contender.ts';
import { film } from './film.ts';

/** Milliseconds. Threads that cannot start hang for ever. */
const START_LIMIT = 60_000;

interface Runner {
  readonly name: ContenderName;
  readonly backend: Backend;
  readonly setting: string;
  readonly contender: Contender;
  /** Bitmaps are made in the contender's own realm: libraries ask what a frame is an instance of. */
  readonly bitmapOf: (frame: ImageData) => Promise<ImageBitmap>;
  readonly times: number[];
  readonly stages: Record<string, number[]>;
  found: number;
}

async function open({ name, backend }: Plan['contenders'][number]): Promise<Runner> {
  const frame = Object.assign(document.createElement('iframe'), { src: `/${name}.html` });
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
  const realm = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!realm?.contender) throw new Error(`The page of ${name} did not load.`);
  const { contender } = realm;
  const setting = await withTimeLimit(`Starting ${name} on ${backend}`, START_LIMIT, contender.start(backend));
  const bitmapOf = (picture: ImageData) => realm.createImageBitmap(picture);
  return { name, backend, setting, contender, bitmapOf, times: [], stages: {}, found: 0 };
}

async function look(runner: Runner, picture: ImageData, counts: boolean): Promise<void> {
  const bitmap = await runner.bitmapOf(picture);
  const start = performance.now();
  const { found, stages = {} } = await runner.contender.look(bitmap);
  const ms = performance.now() - start;
  bitmap.close();
  // What a contender leaves to be done later is not left to the next one.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (!counts) return;
  runner.times.push(ms);
  runner.found += found ? 1 : 0;
  for (const [stage, time] of Object.entries(stages)) {
    const times = runner.stages[stage] ?? [];
    runner.stages[stage] = times;
    times.push(time);
  }
}

globalThis.measureFrames = async (plan): Promise<Run[]> => {
  const runners: Runner[] = [];
  const missing: Run[] = [];
  for (const contender of plan.contenders) {
    try {
      runners.push(await open(contender));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      missing.push({ ...contender, setting: '', problem, times: [], found: 0, stages: {} });
    }
  }
  for await (const picture of film({ shots: plan.shots.slice(0, 1), framesEach: plan.warmUp })) {
    for (const runner of runners) await look(runner, picture, false);
  }
  let turn = 0;
  for await (const picture of film(plan)) {
    // Another begins each time, so that nobody always comes after the same one.
    for (let i = 0; i < runners.length; i += 1) {
      const runner = runners[(turn + i) % runners.length];
      if (runner) await look(runner, picture, true);
    }
    turn += 1;
  }
  document.body.replaceChildren();
  const runs = runners.map(({ name, backend, setting, times, stages, found }) => {
    return { name, backend, setting, times, stages, found };
  });
  return [...runs, ...missing];
};

globalThis.noHardware = whyNotWorthwhile;
