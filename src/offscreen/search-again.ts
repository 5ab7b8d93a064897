/** Searches again what must be: what an older embedder searched, and what a pack brought with another one's faces. */
import type { Library } from '../library/index.ts';
import { embedAgain } from './index-job.ts';
import type { Rest } from './rest.ts';
import type { Eyes } from './session.ts';

let searching: Promise<void> = Promise.resolve();

/** One search after the other: what the first has done the second no longer finds. Never rejects. */
export function searchAgain(library: Library, eyes: Eyes): Promise<void> {
  searching = searching
    .then(() => embedAgain(library, eyes))
    .catch((error: unknown) => console.error('Gurn: the library could not be searched again', error));
  return searching;
}

interface Following {
  readonly library: () => Promise<Library>;
  readonly open: () => Promise<Eyes>;
  readonly rest: Rest;
}

/** Searches memes that were stored without having been searched: those there now, and those that are added. */
export async function followUnsearched({ library, open, rest }: Following): Promise<void> {
  const opened = await library();
  const search = async (): Promise<void> => {
    if ((await opened.faces.unsearched()).length === 0) return;
    const mayRest = rest.keepAwake();
    try {
      await searchAgain(opened, await open());
    } finally {
      mayRest();
    }
  };
  const report = (error: unknown) => console.error('Gurn: new memes could not be searched', error);
  opened.changes.subscribe(({ type }) => {
    if (type === 'added') search().catch(report);
  });
  await search().catch(report);
}
