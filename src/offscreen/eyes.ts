/** The warm models and the library in memory: opened when first wanted, kept until the document closes. */
import { createEngine } from '../engine/index.ts';
import { type Library, openLibrary, seedStarter } from '../library/index.ts';
import { openGallery } from './gallery.ts';
import { embedAgain } from './index-job.ts';
import type { Eyes } from './session.ts';

/** Where `npm run assets` puts what the engine loads. */
const ASSETS = new URL('/', location.href).href;

/** `step` in words, `progress` from 0 to 1. */
export type Progress = (step: string, progress: number) => void;

/** Opens a thing once and keeps it; a failure is not kept, so the next call tries again. */
function once<A extends unknown[], T>(open: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let opening: Promise<T> | undefined;
  return (...args) => {
    opening ??= open(...args).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

export const library: () => Promise<Library> = once(() => openLibrary());

/** Without its starter stickers Gurn still finds the user's own memes, so a failure is told, not thrown. */
async function seed(opened: Library): Promise<void> {
  try {
    await seedStarter(opened, ASSETS);
  } catch (error) {
    console.error('Gurn: the starter stickers could not be placed', error);
  }
}

/** @throws EngineError, LibraryError */
export const eyes: (onProgress?: Progress) => Promise<Eyes> = once(async (onProgress: Progress = () => undefined) => {
  const opened = await library();
  const { backend, backendMeasurement: measured } = await opened.settings.all();
  const [engine] = await Promise.all([
    createEngine({
      assets: ASSETS,
      backend,
      ...(measured ? { measured } : {}),
      onProgress: ({ step, progress }) => onProgress(step, progress),
    }),
    seed(opened),
  ]);
  await opened.settings.set('backendMeasurement', engine.measured);
  const gallery = await openGallery(opened, engine.model);
  void embedAgain(opened, { engine, gallery });
  return { engine, gallery };
});
