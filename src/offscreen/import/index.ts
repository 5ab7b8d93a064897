/** Imports in the offscreen document: they run by themselves until nothing is open, whoever opened them. */
import type { Engine } from '../../engine/index.ts';
import { openOf } from '../../library/importers/index.ts';
import type { Library } from '../../library/index.ts';
import { ask, RequestError } from '../../messages/index.ts';
import type { Rest } from '../rest.ts';
import { catchUp } from './catch-up.ts';
import { openLine } from './line.ts';
import { followLookalikes } from './lookalikes.ts';
import { runImports } from './runner.ts';
import { search } from './search.ts';
import { createSearchers } from './searchers.ts';

/**
 * Pictures in hand at once: each engine has two, so that while one is searched the next is decoded and the one before
 * is written.
 */
const LANES = { fetch: 4, waiting: 4 };

/** From so many pictures on, a second engine is worth loading. */
const MUCH = 16;

/** While the camera is on, imports go slowly: one picture at a time, and a pause before it (ms). */
const CAMERA_PAUSE_MS = 200;
const CAMERA_LOOK_MS = 500;

/** How long nothing must have been going on before old memes are seen to (ms). */
const IDLE_MS = 5000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface ImportsParts {
  readonly library: () => Promise<Library>;
  readonly engine: () => Promise<Engine>;
  readonly rest: Rest;
  readonly cameraIsOn: () => boolean;
}

/** A page holds this lock while it hands pictures over; the browser takes it away with the page. */
async function isGathering(id: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === `gurn.import.${id}`);
}

/**
 * The background may be killed while it fetches: then the picture is open still, and its next turn comes.
 * @throws RequestError for what another turn would not cure
 */
async function fetchThere(item: number): Promise<void> {
  try {
    await ask('imports.fetch', { item });
  } catch (error) {
    if (error instanceof RequestError && error.code !== 'no-answer') throw error;
    console.warn('Gurn: the background was interrupted while it fetched', error);
  }
}

export interface ImportJob {
  /** Starts the work, unless it is under way. */
  run(): void;
}

export function createImportJob({ library, engine, rest, cameraIsOn }: ImportsParts): ImportJob {
  const room = async (stage: 'fetch' | 'waiting', lane: number): Promise<void> => {
    if (stage === 'fetch') return;
    while (cameraIsOn() && lane > 0) await sleep(CAMERA_LOOK_MS);
    if (cameraIsOn()) await sleep(CAMERA_PAUSE_MS);
  };

  const line = openLine();

  async function workAll(): Promise<void> {
    const opened = await library();
    const { lookalikes, stop } = await followLookalikes(opened);
    line.hold();
    const searchers = createSearchers({
      engine,
      assets: new URL('/', location.href).href,
      isMuch: async () => (await opened.imports.list()).reduce((sum, record) => sum + openOf(record), 0) >= MUCH,
    });
    try {
      await runImports({
        imports: opened.imports,
        lanes: LANES,
        room,
        isGathering,
        work: {
          fetch: ({ key }) => fetchThere(key),
          waiting: (item, lane) => search(item, { library: opened, searcher: () => searchers.of(lane), lookalikes }),
        },
      });
    } finally {
      stop();
      line.release();
      searchers.close();
    }
  }

  let running = false;
  let again = false;
  async function run(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    const mayRest = rest.keepAwake();
    try {
      while (again) {
        again = false;
        await workAll();
      }
    } finally {
      running = false;
      mayRest();
    }
  }

  /** Waits for the first quiet moment, and for the next one when it is disturbed. */
  async function tidy(): Promise<void> {
    const free = (): boolean => !running && !cameraIsOn();
    for (let done = false; !done; ) {
      await sleep(IDLE_MS);
      if (!free()) continue;
      const mayRest = rest.keepAwake();
      try {
        done = await catchUp(await library(), free);
      } finally {
        mayRest();
      }
    }
  }

  const report = (error: unknown): void => console.error('Gurn: an import could not go on', error);
  tidy().catch((error: unknown) => console.warn('Gurn: thumbnails could not be completed', error));
  return { run: () => void run().catch(report) };
}
