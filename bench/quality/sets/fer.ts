/** FER2013's public test with ten people's votes a picture (FER+): `fer`, split `valid`. */
import { createHash } from 'node:crypto';
import { cropPicture } from './crop-picture.ts';
import { type Archive, DataError, type FaceRow } from './data.ts';
import { type PictureSet, shuffled } from './set.ts';

/** 48 px enlarged threefold, in grey twice as wide: of 120, all were found, without the grey 118 or 119 (before closer looks). */
const RECIPE = { shown: 144, side: 288 };
/** Expressions that are voted for; two more votes say "unknown" and "no face". */
const EXPRESSIONS = 8;
/** From so many votes for those two on, people could not name it. */
const UNNAMED = 5;

export interface FerSet extends PictureSet {
  /** Shares of the votes, in the order of `ids`. */
  readonly votes: readonly (readonly number[])[];
}

/** Votes as shares; a single vote is noise. Empty where none is left. As in training/evaluate.py. */
export function shares(votes: readonly number[]): number[] {
  const counted = votes.slice(0, EXPRESSIONS).map((vote) => (vote > 1 ? vote : 0));
  const total = counted.reduce((sum, vote) => sum + vote, 0);
  return total === 0 ? [] : counted.map((vote) => vote / total);
}

const isNamed = ({ votes }: FaceRow): boolean =>
  (votes[8] ?? 0) + (votes[9] ?? 0) < UNNAMED && shares(votes).length > 0;

/** Copies are stored as the same bytes: the pixels' digests leave the same 3,285. */
const digest = async (archive: Archive, row: FaceRow): Promise<string> =>
  createHash('sha256')
    .update(await archive.picture(row))
    .digest('hex');

/** Without pictures that people could not name, and without copies of those set aside as duplicates. */
export async function ferSet(archive: Archive, index: readonly FaceRow[]): Promise<FerSet> {
  const fer = index.filter(({ source }) => source === 'fer');
  const aside = new Set<string>();
  for (const row of fer.filter(({ split }) => split === 'drop_dup_of_eval')) aside.add(await digest(archive, row));
  const rows: FaceRow[] = [];
  for (const row of fer.filter((one) => one.split === 'valid' && isNamed(one))) {
    if (!aside.has(await digest(archive, row))) rows.push(row);
  }
  const inOrder = shuffled(rows);
  const byId = new Map(inOrder.map((row) => [fileOf(row), row]));
  return {
    name: 'fer-valid',
    ids: inOrder.map(fileOf),
    votes: inOrder.map(({ votes }) => shares(votes)),
    picture: (id) => cropPicture(archive, known(byId, id), RECIPE),
  };
}

export const fileOf = ({ id }: FaceRow): string => `${id}.png`;

export function known<T>(byId: ReadonlyMap<string, T>, id: string): T {
  const row = byId.get(id);
  if (row === undefined) throw new DataError(`There is no face ${id} in the index.`);
  return row;
}
