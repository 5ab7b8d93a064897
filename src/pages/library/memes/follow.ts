/** Changes of the library, gathered: an import tells of twenty a second, and a view of thousands is not redrawn for each. */
import type { Change, Changes } from '../../../library/index.ts';

/** Pause between two rounds, in milliseconds. */
const PAUSE = 250;

/**
 * Calls `apply` with the memes that changed, at once when nothing happened lately, and one call after the other.
 * Returns the way to stop.
 */
export function follow(
  changes: Changes,
  types: readonly Change['type'][],
  apply: (ids: readonly string[]) => Promise<void>,
): () => void {
  const touched = new Set<string>();
  let busy = false;
  let stopped = false;

  async function work(): Promise<void> {
    busy = true;
    while (touched.size > 0 && !stopped) {
      const ids = [...touched];
      touched.clear();
      await apply(ids).catch((error: unknown) => {
        console.error('Gurn: a change of the library could not be followed', error);
      });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    busy = false;
  }

  const unsubscribe = changes.subscribe(({ type, ids }) => {
    if (!types.includes(type)) return;
    for (const id of ids) touched.add(id);
    if (!busy) void work();
  });
  return () => {
    stopped = true;
    unsubscribe();
  };
}
