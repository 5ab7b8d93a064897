/** Deleting with a way back: a meme leaves the page at once and the library a moment later. */
import { computed, signal } from '@preact/signals';
import type { Library, Meme } from '../../library/index.ts';

/** Long enough to read the line and find the button (ms). */
export const UNDO_MS = 7000;

const idsOf = (memes: readonly Meme[]): string[] => memes.map(({ id }) => id);

function without(memes: readonly Meme[], gone: readonly Meme[]): readonly Meme[] {
  const out = new Set(gone);
  return memes.filter((meme) => !out.has(meme));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Each deletion is planned in the library at once: when this page is closed first, the next view carries it out. */
export function createRemoval({ removals, changes }: Pick<Library, 'removals' | 'changes'>) {
  /** What can be taken back. */
  const waiting = signal<readonly Meme[]>([]);
  /** What is being deleted, or brought back, just now: nothing can be done about it any more. */
  const leaving = signal<readonly Meme[]>([]);
  const trouble = signal('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const going = settle();
    try {
      await removals.finish(idsOf(going));
      trouble.value = '';
    } catch (error) {
      trouble.value = `Not deleted yet: ${messageOf(error)} Gurn tries again when this page opens the next time.`;
    }
    leaving.value = without(leaving.value, going);
  }

  /** What can be taken back is decided on: the button goes, the memes stay hidden. */
  function settle(): readonly Meme[] {
    const decided = waiting.value;
    leaving.value = [...leaving.value, ...decided];
    waiting.value = [];
    return decided;
  }

  function forget(ids: readonly string[]): void {
    const gone = new Set(ids);
    waiting.value = waiting.value.filter(({ id }) => !gone.has(id));
  }

  // Another view may have carried it out: then there is nothing to take back any more. Added again, it stays.
  changes.subscribe(({ type, ids }) => (type === 'removed' || type === 'added') && forget(ids));

  return {
    waiting,
    trouble,
    /** Memes that are in the library still and not to be shown. */
    hidden: computed(() => new Set(idsOf([...waiting.value, ...leaving.value]))),

    async remove(memes: readonly Meme[]): Promise<void> {
      waiting.value = [...waiting.value, ...memes];
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), UNDO_MS);
      try {
        await removals.plan(idsOf(memes));
      } catch (error) {
        forget(idsOf(memes));
        trouble.value = `Not deleted: ${messageOf(error)}`;
      }
    },

    async undo(): Promise<void> {
      clearTimeout(timer);
      const wanted = settle();
      try {
        const back = await removals.cancel(idsOf(wanted));
        trouble.value = back.length < wanted.length ? 'Too late: another window of Gurn has deleted it.' : '';
      } catch (error) {
        trouble.value = `Still to be deleted: ${messageOf(error)}`;
      }
      leaving.value = without(leaving.value, wanted);
    },
  };
}
