/** The page's own fetch. In the isolated world it is the browser's, whatever the page made of its `fetch`. */
import { fetchCapped } from '../capped.ts';
import { PictureError } from '../errors.ts';
import { addressOf, findPicture, type Wanted } from './find.ts';

/** First as the page shows it: from the cache, with its cookies. Then without, as servers that allow `*` want it. */
const ATTEMPTS: readonly RequestInit[] = [
  { credentials: 'include', cache: 'force-cache' },
  { credentials: 'same-origin', cache: 'reload' },
];

/** @throws PictureError gone, http, too-large, timeout, network */
export async function readPicture(wanted: Wanted): Promise<Blob> {
  const url = wanted.srcUrl === '' ? addressOf(findPicture(wanted)) : wanted.srcUrl;
  let failure = new PictureError('network');
  for (const init of ATTEMPTS) {
    try {
      return await fetchCapped(url, init);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      failure = error;
      // What the server answered, it will answer again; only a request that was blocked deserves the other try.
      if (error.code !== 'network') break;
    }
  }
  throw failure;
}
