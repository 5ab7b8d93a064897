/** Who searches the next picture: the document's engine, and beside it a second one while there is much to do. */
import type { Engine } from '../../engine/index.ts';
import { type Searcher, searcherOf } from './searcher.ts';
import { openSecondEngine, type SecondEngine, WorkerError } from './second-engine.ts';

export interface Searchers {
  /** For the lane of this number: odd ones get the second engine as soon as it is there. */
  of(lane: number): Promise<Searcher>;
  close(): void;
}

export interface SearchersParts {
  readonly engine: () => Promise<Engine>;
  /** Whether so much is to be done that loading the models once more is worth its second or two. */
  readonly isMuch: () => Promise<boolean>;
  readonly assets: string;
}

export function createSearchers({ engine, isMuch, assets }: SearchersParts): Searchers {
  let second: SecondEngine | undefined;
  let tried = navigator.hardwareConcurrency < 2;
  let closed = false;

  async function tryToOpen({ backend }: Engine): Promise<void> {
    if (tried || !(await isMuch()) || tried) return;
    tried = true;
    try {
      const opened = await openSecondEngine(assets, backend);
      if (closed) opened.close();
      else second = opened;
    } catch (error) {
      console.warn('Gurn: imports go on with one engine', error);
    }
  }

  /** A picture at which the worker fails is searched by the first engine; so are all after it. */
  const withFallback = (worker: SecondEngine, first: Searcher): Searcher => ({
    model: worker.model,
    async search(picture) {
      try {
        return await worker.search(picture);
      } catch (error) {
        if (!(error instanceof WorkerError)) throw error;
        console.warn('Gurn: the second engine failed', error);
        second = undefined;
        worker.close();
        return first.search(picture);
      }
    },
  });

  return {
    async of(lane) {
      const main = await engine();
      const first = searcherOf(main);
      void tryToOpen(main);
      return second && lane % 2 === 1 ? withFallback(second, first) : first;
    },
    close() {
      closed = true;
      second?.close();
    },
  };
}
