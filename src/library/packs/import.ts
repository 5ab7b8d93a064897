/** A pack's way into the library, from the file to the disk. */
import type { Library } from '../library.ts';
import { type PackMeme, readPack } from './read.ts';
import type { Outcome } from './store.ts';

/** `check`: the pack is read and checked. `store`: it is written into the library, all at once. */
export type Phase = 'check' | 'store';

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: Phase, done: number, of: number) => void;
}

export interface Imported {
  /** The pack's memes by what became of them. */
  readonly outcomes: Readonly<Record<Outcome, readonly PackMeme['record'][]>>;
  /** How many of those added wait to be searched for faces, since another embedder found theirs. */
  readonly waiting: number;
}

/**
 * Brings a pack into the library, whole or not at all. `model` is the version of this Gurn's embedder.
 * @throws PackError when it is refused, LibraryError, or the signal's reason: the library is as it was
 */
export async function importPack(
  library: Pick<Library, 'packs'>,
  file: Blob,
  model: string,
  { signal, onProgress }: ImportOptions = {},
): Promise<Imported> {
  const tell = (phase: Phase) => (done: number, of: number) => onProgress?.(phase, done, of);
  const aborting = signal && { signal };
  const { memes } = await readPack(file, { ...aborting, onProgress: tell('check') });
  const merged = await library.packs.merge(memes, model, { ...aborting, onProgress: tell('store') });
  const records = new Map(memes.map(({ record }) => [record.id, record]));
  const recordsOf = (outcome: Outcome) => merged.outcomes[outcome].flatMap((id) => records.get(id) ?? []);
  return {
    outcomes: {
      added: recordsOf('added'),
      merged: recordsOf('merged'),
      same: recordsOf('same'),
      dismissed: recordsOf('dismissed'),
    },
    waiting: merged.waiting.length,
  };
}
