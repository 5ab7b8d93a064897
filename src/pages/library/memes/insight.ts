/** Which expressions each meme wears: read from all its faces, in a worker, when somebody first asks. */
import { computed, signal } from '@preact/signals';
import type { Face, Library } from '../../../library/index.ts';
import { type Expressions, nearestExpression } from '../../../ui/expressions.ts';
import { follow } from './follow.ts';

/** Of each meme that has a face, the indexes of the names that its faces wear, each once. */
export type Worn = ReadonlyMap<string, readonly number[]>;

export interface InsightParts {
  readonly library: Pick<Library, 'faces' | 'changes'>;
  /** The named expressions. */
  expressions(): Promise<Expressions>;
  /** Names every face of the library. */
  survey(expressions: Expressions): Promise<Worn>;
}

/** The names that faces wear, each once; a face of another embedder cannot be named. */
export function wornBy(expressions: Expressions, faces: readonly Pick<Face, 'embedding' | 'model'>[]): number[] {
  const names = faces.flatMap(({ embedding, model }) =>
    model === expressions.model ? nearestExpression(expressions, embedding) : [],
  );
  return [...new Set(names)];
}

export function createInsight({ library, expressions, survey }: InsightParts) {
  const worn = signal<Worn | undefined>(undefined);
  const trouble = signal('');
  let asked: Promise<void> | undefined;

  async function read(): Promise<void> {
    const known = await expressions();
    let reading: Promise<unknown> = Promise.resolve();
    // Listened to first: what changes while the faces are read is read again afterwards.
    const stop = follow(library.changes, ['added', 'removed', 'faces'], async (ids) => {
      await reading;
      const now = new Map(worn.value);
      for (const id of ids) {
        const faces = await library.faces.ofMeme(id);
        if (faces.length > 0) now.set(id, wornBy(known, faces));
        else now.delete(id);
      }
      worn.value = now;
    });
    const surveying = survey(known).then((all) => {
      worn.value = all;
      performance.mark('gurn:insight');
    });
    reading = Promise.allSettled([surveying]);
    await surveying.catch((error: unknown) => {
      stop();
      throw error;
    });
  }

  return {
    /** `undefined` until it is known. */
    worn,
    trouble,
    /** How many memes wear each expression, by its index. */
    counts: computed(() => {
      const counts = new Map<number, number>();
      for (const list of worn.value?.values() ?? [])
        for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1);
      return counts;
    }),
    /** Starts to find out, once. */
    ask(): Promise<void> {
      asked ??= read().catch((error: unknown) => {
        asked = undefined;
        console.error('Gurn: the expressions of the memes could not be read', error);
        trouble.value = error instanceof Error ? error.message : String(error);
      });
      return asked;
    },
  };
}
