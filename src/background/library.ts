import { type Library, openLibrary } from '../library/index.ts';

let opening: Promise<Library> | undefined;

/** The service worker's library, opened when first needed; a failure is not kept, so the next call tries again. */
export function library(): Promise<Library> {
  opening ??= openLibrary().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
