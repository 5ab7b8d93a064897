/** Works off the imports' pictures: some are fetched while others are searched. Knows no extension API. */

import type { Claimed } from '../../library/importers/index.ts';
import type { Library } from '../../library/index.ts';

type Stage = 'fetch' | 'waiting';

export interface RunnerParts {
  readonly imports: Pick<Library['imports'], 'claim' | 'finish' | 'gathered' | 'pause' | 'subscribe'>;
  /** How many pictures of a stage are in hand at most. */
  readonly lanes: Readonly<Record<Stage, number>>;
  /** What is done with a picture. A failure that is the picture's own is kept by it, any other is thrown. */
  readonly work: Readonly<Record<Stage, (item: Claimed, lane: number) => Promise<void>>>;
  /** Resolves when this lane may take the next picture. */
  readonly room: (stage: Stage, lane: number) => Promise<void>;
  /** Whether the page that hands over an import's pictures is still there. */
  readonly isGathering: (id: string) => Promise<boolean>;
}

/** Where a page went before it had handed all over. */
const CUT_SHORT = 'The page was closed while it was reading your files. What it had read by then was brought in.';

/** A page that dies says nothing: how often it is looked for (ms). */
const LOOK_MS = 2000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Works until nothing is left to do. One run at a time: a second one would do the same pictures again. */
export async function runImports({ imports, lanes, work, room, isGathering }: RunnerParts): Promise<void> {
  const inHand: Record<Stage, Set<number>> = { fetch: new Set(), waiting: new Set() };
  /** A picture that may have ended Gurn before is worked on alone. */
  let alone = false;
  let taking: Promise<unknown> = Promise.resolve();

  const take = (stage: Stage): Promise<Claimed | undefined> => {
    const taken = taking.then(async () => {
      if (alone) return undefined;
      const item = await imports.claim(stage, inHand[stage]);
      if (!item) return undefined;
      inHand[stage].add(item.key);
      alone = stage === 'waiting' && item.tries > 1;
      return item;
    });
    taking = taken.catch(() => undefined);
    return taken;
  };

  async function handle(stage: Stage, item: Claimed, number: number): Promise<void> {
    try {
      await work[stage](item, number);
    } catch (error) {
      console.error('Gurn: an import had to stop', error);
      await imports.pause(item.import, messageOf(error));
    } finally {
      inHand[stage].delete(item.key);
      alone = false;
    }
  }

  /** Whether there is, or will be, something to do. Imports whose page is gone wait for nothing more from it. */
  async function goesOn(): Promise<boolean> {
    const left = await imports.finish();
    for (const { id, gathering } of left) {
      if (gathering && !(await isGathering(id))) await imports.gathered(id, CUT_SHORT);
    }
    return left.length > 0;
  }

  async function lane(stage: Stage, number: number, changed: () => Promise<void>): Promise<void> {
    for (;;) {
      const change = changed();
      await room(stage, number);
      const item = await take(stage);
      if (item) await handle(stage, item, number);
      else if (await goesOn()) await change;
      else return;
    }
  }

  const waiting = new Set<() => void>();
  const unsubscribe = imports.subscribe(() => {
    for (const wake of waiting) wake();
  });
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_MS);
      waiting.add(wake);
    });
  try {
    const all = (['fetch', 'waiting'] as const).flatMap((stage) =>
      Array.from({ length: lanes[stage] }, (_, number) => lane(stage, number, changed)),
    );
    await Promise.all(all);
  } finally {
    unsubscribe();
  }
}
