/** Packs on their way out and in, one at a time, as the section shows them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Library } from '../../../library/index.ts';
import { type Imported, importPack, sourcesOf, type Written, writePack } from '../../../library/packs/index.ts';
import { openTarget, type Target } from './target.ts';

export interface PackingPorts {
  readonly library: Pick<Library, 'memes' | 'faces' | 'packs'>;
  /** The version of this Gurn's embedder. */
  readonly model: string;
  /** Who writes packs: this program and its version. */
  readonly generator: string;
  /** Has the memes searched that another embedder searched before. */
  searchAgain(): Promise<void>;
}

/** `of` 0: not known yet. */
export interface Work {
  readonly doing: 'write' | 'check' | 'store';
  readonly done: number;
  readonly of: number;
}

export type Ending =
  | { readonly end: 'exported'; readonly file: string; readonly written: Written }
  | { readonly end: 'imported'; readonly file: string; readonly imported: Imported }
  | { readonly end: 'cancelled'; readonly doing: 'export' | 'import' }
  | { readonly end: 'failed'; readonly doing: 'export' | 'import'; readonly message: string };

export interface Packing {
  readonly work: ReadonlySignal<Work | undefined>;
  readonly ending: ReadonlySignal<Ending | undefined>;
  /** Writes `ids`, or all memes. `history`: also when each was added and how often it was used. */
  exportPack(ids: readonly string[] | undefined, of: number, history: boolean): Promise<void>;
  importFile(file: File): Promise<void>;
  cancel(): void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** As a file's name sorts best: `gurn-2026-11-23.gurnpack`. */
const nameOf = (day: Date): string => `gurn-${day.toISOString().slice(0, 10)}.gurnpack`;

export function createPacking({ library, model, generator, searchAgain }: PackingPorts): Packing {
  const work = signal<Work>();
  const ending = signal<Ending>();
  let abort = new AbortController();

  async function run(doing: 'export' | 'import', first: Work, body: (signal: AbortSignal) => Promise<Ending>) {
    abort = new AbortController();
    work.value = first;
    ending.value = undefined;
    try {
      ending.value = await body(abort.signal);
    } catch (error) {
      if (!isAbort(error)) console.error(`Gurn: the ${doing} of a pack failed`, error);
      ending.value = isAbort(error) ? { end: 'cancelled', doing } : { end: 'failed', doing, message: messageOf(error) };
    }
    work.value = undefined;
  }

  async function write({ name, sink }: Target, signal: AbortSignal, parts: Parameters<Packing['exportPack']>) {
    const [ids, of, history] = parts;
    const onProgress = (done: number) => {
      work.value = { doing: 'write', done, of };
    };
    const options = { generator, history, signal, onProgress };
    const written = await writePack(sink, sourcesOf(library, ids), options);
    return { end: 'exported', file: name, written } as const;
  }

  return {
    work,
    ending,
    cancel: () => abort.abort(),

    async exportPack(...parts) {
      if (work.value) return;
      const target = await openTarget(nameOf(new Date())).catch((error: unknown) => {
        ending.value = { end: 'failed', doing: 'export', message: messageOf(error) };
        return undefined;
      });
      if (!target) return;
      await run('export', { doing: 'write', done: 0, of: parts[1] }, (signal) => write(target, signal, parts));
    },

    async importFile(file) {
      if (work.value) return;
      await run('import', { doing: 'check', done: 0, of: 0 }, async (signal) => {
        const onProgress = (doing: 'check' | 'store', done: number, of: number) => {
          work.value = { doing, done, of };
        };
        const imported = await importPack(library, file, model, { signal, onProgress });
        if (imported.waiting > 0) await searchAgain();
        return { end: 'imported', file: file.name, imported };
      });
    },
  };
}
