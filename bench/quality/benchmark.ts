/** The sets, and how much of each is looked at. */
import { join } from 'node:path';
import { clipSet } from './sets/clips.ts';
import { Archive, readIndex } from './sets/data.ts';
import { effectSet } from './sets/effect.ts';
import { ferSet } from './sets/fer.ts';
import { laboratorySet } from './sets/laboratory.ts';
import { memeSet, referenceSet } from './sets/memes.ts';
import { portraitSet } from './sets/portraits.ts';
import type { PictureSet } from './sets/set.ts';
import { wordSet } from './sets/words.ts';

export const SETS = ['fer', 'effect', 'memesReference', 'memes', 'clips', 'laboratory', 'portraits', 'words'] as const;
export type SetName = (typeof SETS)[number];

/** @throws DataError */
async function openSets(data: string, cache: string) {
  const archive = new Archive(data);
  const index = readIndex(data);
  const memesReference = referenceSet(data);
  const references = memesReference.ids.map((id) => join(data, 'memes_reference/images', id));
  return {
    fer: await ferSet(archive, index),
    effect: effectSet(archive, index),
    memesReference,
    memes: memeSet(data),
    clips: clipSet(data),
    laboratory: laboratorySet(archive, index),
    portraits: await portraitSet(references, cache),
    words: wordSet(),
  };
}

export interface Benchmark {
  readonly sets: Awaited<ReturnType<typeof openSets>>;
  /** Pictures of each set that are looked at, from its beginning. */
  readonly counts: Readonly<Record<SetName, number>>;
}

/** `faces`: so many of each of the three large sets at most. @throws DataError */
export async function openBenchmark(data: string, cache: string, faces = Number.POSITIVE_INFINITY): Promise<Benchmark> {
  const sets = await openSets(data, cache);
  const countOf = ({ ids }: PictureSet, most = Number.POSITIVE_INFINITY): number => Math.min(ids.length, most);
  const whole = Object.fromEntries(SETS.map((name) => [name, countOf(sets[name])])) as Benchmark['counts'];
  const { fer, effect, laboratory } = sets;
  const large = { fer: countOf(fer, faces), effect: countOf(effect, faces), laboratory: countOf(laboratory, faces) };
  return { sets, counts: { ...whole, ...large } };
}
