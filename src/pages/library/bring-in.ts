/** Files on their way into the library, one after the other, each with its own end. */
import { signal } from '@preact/signals';
import type { LibraryPorts } from './ports.ts';

export type Ending =
  | { readonly end: 'added'; readonly faces: number }
  | { readonly end: 'duplicate' }
  | { readonly end: 'no-face'; readonly inbox: string }
  | { readonly end: 'left-out' }
  | { readonly end: 'failed'; readonly message: string };

export interface Arrival {
  readonly key: number;
  readonly name: string;
  /** None while it waits or is being searched. */
  readonly ending?: Ending;
}

/** A file's name without its ending: what the meme is called until the person renames it. */
const titleOf = (file: string): string => file.replace(/\.\w{2,5}$/, '') || file;

export function createBringIn({ library, index }: LibraryPorts) {
  const arrivals = signal<readonly Arrival[]>([]);
  let last = 0;
  let queue: Promise<void> = Promise.resolve();

  const finish = (key: number, ending: Ending): void => {
    arrivals.value = arrivals.value.map((arrival) => (arrival.key === key ? { ...arrival, ending } : arrival));
  };

  async function settle(key: number, inbox: string, evenWithoutFace: boolean): Promise<void> {
    const report = await index(inbox, evenWithoutFace);
    if (report.outcome === 'added') finish(key, { end: 'added', faces: report.faces });
    else if (report.outcome === 'duplicate') finish(key, { end: 'duplicate' });
    else finish(key, { end: 'no-face', inbox: report.inbox });
  }

  /** Runs `work` after everything before it; its failure is the arrival's end. */
  function enqueue(key: number, work: () => Promise<void>): void {
    queue = queue.then(work).catch((error: unknown) => {
      finish(key, { end: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  }

  return {
    arrivals,
    add(files: readonly File[]): void {
      const fresh = files.map((file) => ({ key: ++last, name: file.name, file }));
      arrivals.value = [...arrivals.value, ...fresh.map(({ key, name }) => ({ key, name }))];
      for (const { key, name, file } of fresh) {
        const picture = { blob: file, name: titleOf(name), source: name };
        enqueue(key, async () => settle(key, await library.inbox.put(picture), false));
      }
    },
    addAnyway(key: number, inbox: string): void {
      enqueue(key, () => settle(key, inbox, true));
    },
    leaveOut(key: number, inbox: string): void {
      enqueue(key, async () => {
        await library.inbox.discard(inbox);
        finish(key, { end: 'left-out' });
      });
    },
    /** Clears what has come to its end. */
    clear(): void {
      arrivals.value = arrivals.value.filter(({ ending }) => !ending);
    },
  };
}
