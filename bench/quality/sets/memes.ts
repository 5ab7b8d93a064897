/** Whole pictures, as they are: memes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from './data.ts';
import type { PictureSet } from './set.ts';

export interface ReferenceSet extends PictureSet {
  /** What the tutorial's own model says of each, in the order of `ids`: 64 numbers. */
  readonly judge: readonly (readonly number[])[];
}

interface Published {
  readonly file: string;
  readonly embedding: readonly number[];
}

/** 137 memes of the tutorial, with its published vectors. @throws DataError */
export function referenceSet(data: string): ReferenceSet {
  const folder = needs(join(data, 'memes_reference/images'));
  const list: Published[] = JSON.parse(readFileSync(needs(join(data, 'memes_reference/embeddings.json')), 'utf8'));
  return {
    name: 'memes-reference',
    ids: list.map(({ file }) => file),
    judge: list.map(({ embedding }) => embedding),
    picture: async (id) => readFileSync(join(folder, id)),
  };
}

/** 207 meme templates. @throws DataError */
export function memeSet(data: string): PictureSet {
  const folder = needs(join(data, 'memes'));
  const ids = readdirSync(folder).filter((name) => /\.(jpe?g|png|webp)$/i.test(name));
  return { name: 'memes', ids: ids.toSorted(), picture: async (id) => readFileSync(join(folder, id)) };
}
