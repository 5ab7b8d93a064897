/** The warm models and the library in memory: opened when first wanted, kept until the document closes. */
import { createEngine, type Engine } from '../engine/index.ts';
import { type Library, openLibrary, seedStarter } from '../library/index.ts';
import { openGallery } from './gallery.ts';
import { mark } from './mark.ts';
import { searchAgain } from './search-again.ts';
import type { Eyes } from './session.ts';
import { openTaste } from './taste.ts';

/** Where `npm run assets` puts what the engine loads. */
const ASSETS = new URL('/', location.href).href;

/** `step` in words, `progress` from 0 to 1. */
export type Progress = (step: string, progress: number) => void;

let openingLibrary: Promise<Library> | undefined;

/** A failure is not kept: the next call tries again. @throws LibraryError */
export function library(): Promise<Library> {
  openingLibrary ??= openLibrary().catch((error: unknown) => {
    openingLibrary = undefined;
    throw error;
  });
  return openingLibrary;
}

/** Without its starter stickers Gurn still finds the user's own memes, so a failure is told, not thrown. */
async function seed(opened: Library): Promise<void> {
  try {
    await seedStarter(opened, ASSETS);
  } catch (error) {
    console.error('Gurn: the starter stickers could not be placed', error);
  }
}

/** What was measured saves a second at the next start; nothing else depends on it. */
async function remember(opened: Library, { measured }: Engine): Promise<void> {
  if (Object.keys(measured.ms).length === 0) return;
  try {
    await opened.settings.set('backendMeasurement', measured);
  } catch (error) {
    console.warn('Gurn: the measurement of the backends could not be kept', error);
  }
}

async function openEyes(backend: Backend, onProgress: Progress): Promise<Eyes> {
  const opened = await library();
  mark('library');
  const measured = await opened.settings.get('backendMeasurement');
  const loading = createEngine({
    assets: ASSETS,
    backend,
    ...(measured ? { measured } : {}),
    onProgress: ({ step, progress }) => {
      mark(step);
      onProgress(step, progress);
    },
  });
  try {
    const version = loading.then(({ model }) => model);
    const [engine, gallery, taste] = await Promise.all([
      loading,
      openGallery(opened, version),
      openTaste(opened, version),
      seed(opened),
    ]);
    void remember(opened, engine);
    void searchAgain(opened, { engine, gallery, taste });
    return { engine, gallery, taste };
  } catch (error) {
    loading.then(
      (engine) => engine.dispose(),
      () => undefined,
    );
    throw error;
  }
}

type Backend = Awaited<ReturnType<Library['settings']['all']>>['backend'];

let opening: { readonly backend: Backend; readonly eyes: Promise<Eyes> } | undefined;

/** Frees the models; the next call of `eyes` loads them anew. */
export function forgetEyes(): void {
  opening?.eyes.then(
    ({ engine }) => engine.dispose(),
    () => undefined,
  );
  opening = undefined;
}

/**
 * Opens them, or gives the ones that are open, unless another backend was chosen meanwhile.
 * A failure is not kept: the next call tries again.
 * @throws EngineError, LibraryError
 */
export async function eyes(onProgress: Progress): Promise<Eyes> {
  const backend = await (await library()).settings.get('backend');
  if (opening && opening.backend !== backend) forgetEyes();
  if (!opening) {
    const mine = { backend, eyes: openEyes(backend, onProgress) };
    opening = mine;
    mine.eyes.catch(() => {
      if (opening === mine) opening = undefined;
    });
  }
  return opening.eyes;
}
