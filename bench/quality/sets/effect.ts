/** Faces in the wild with one of seven labels: `effect`, split `test`. */
import { cropPicture } from './crop-picture.ts';
import type { Archive, FaceRow } from './data.ts';
import { fileOf, known } from './fer.ts';
import { type PictureSet, shuffled } from './set.ts';

/** Stored as aligned crops of 112 px: enlarged twofold, in grey, as MediaPipe reads them best. Of 120, all found. */
export const RECIPE = { shown: 224, side: 320 };

export interface LabelledSet extends PictureSet {
  /** In the order of `ids`. */
  readonly labels: readonly string[];
}

export function effectSet(archive: Archive, index: readonly FaceRow[]): LabelledSet {
  const rows = shuffled(index.filter(({ source, split }) => source === 'effect' && split === 'test'));
  const byId = new Map(rows.map((row) => [fileOf(row), row]));
  return {
    name: 'effect-test',
    ids: rows.map(fileOf),
    labels: rows.map(({ label }) => label),
    picture: (id) => cropPicture(archive, known(byId, id), RECIPE),
  };
}
