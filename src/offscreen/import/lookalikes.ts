import type { Lookalikes } from '../../library/importers/index.ts';
import type { Library } from '../../library/index.ts';

/** What all memes look like, kept right as the library changes, until `stop`. */
export async function followLookalikes({
  fingerprints,
  memes,
  changes,
}: Pick<Library, 'fingerprints' | 'memes' | 'changes'>): Promise<{ lookalikes: Lookalikes; stop: () => void }> {
  const lookalikes = await fingerprints.lookalikes();
  const follow = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const meme = await memes.get(id);
      if (meme) lookalikes.set(id, meme);
    }
  };
  const stop = changes.subscribe(({ type, ids }) => {
    if (type === 'removed') for (const id of ids) lookalikes.delete(id);
    if (type === 'added') {
      follow(ids).catch((error: unknown) => console.warn('Gurn: a new meme could not be compared', error));
    }
  });
  return { lookalikes, stop };
}
