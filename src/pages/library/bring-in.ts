/** Files on their way into the library, one after the other, each with its own end. */
import { batch, signal } from '@preact/signals';
import { bytesInWords } from '../../ui/words.ts';
import type { Dropped } from './dropped.ts';
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

/** The engine reads no larger file (bytes; src/engine/decode/limits.ts), so none is copied that far in vain. */
export const MAX_BYTES = 32 * 1024 * 1024;

const FOLDER = 'a folder; open it, and drop the pictures that are in it';

/** Why a file need not be read at all; `undefined`: read it. */
function refusalOf({ size }: File): string | undefined {
  if (size > MAX_BYTES) return `too large (${bytesInWords(size)}): a picture may have up to ${bytesInWords(MAX_BYTES)}`;
  return size === 0 ? 'an empty file' : undefined;
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

  function enter(name: string, ending?: Ending): number {
    const key = ++last;
    arrivals.value = [...arrivals.value, { key, name, ...(ending && { ending }) }];
    return key;
  }

  function addFile(file: File): void {
    const { name } = file;
    const message = refusalOf(file);
    const key = enter(name, message === undefined ? undefined : { end: 'failed', message });
    if (message !== undefined) return;
    const picture = { blob: file, name: titleOf(name), source: name };
    enqueue(key, async () => settle(key, await library.inbox.put(picture), false));
  }

  const add = (files: readonly File[]): void => batch(() => files.forEach(addFile));

  return {
    arrivals,
    add,
    addDropped({ files, folders }: Dropped): void {
      add(files);
      for (const name of folders) enter(name, { end: 'failed', message: FOLDER });
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
