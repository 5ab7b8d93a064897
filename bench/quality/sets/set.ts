/** A benchmark set: pictures in a fixed order, made when they are wanted. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRandom } from '../../random.ts';

export interface PictureSet {
  /** Folder of its pictures, and name of its vectors' files; another when the pictures are made another way. */
  readonly name: string;
  /** File names. */
  readonly ids: readonly string[];
  /** A picture's bytes. */
  picture(id: string): Promise<Uint8Array>;
}

/** Path of a picture below the pictures' folder. */
export const pathOf = (set: PictureSet, id: string): string => `${set.name}/${id}`;

/** Writes the pictures of `ids` that are not there yet. */
export async function makePictures(folder: string, set: PictureSet, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const path = join(folder, pathOf(set, id));
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // Whole or not at all.
    writeFileSync(`${path}.part`, await set.picture(id));
    renameSync(`${path}.part`, path);
  }
}

/** In an order that looks random and is the same in every run: the first few are a fair sample. */
export function shuffled<T>(items: readonly T[], seed = 1): T[] {
  const random = createRandom(seed);
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random.next() * (i + 1));
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}
