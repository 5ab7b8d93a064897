/**
 * 140 sittings of people photographed in one room, each angry, happy and sad: a part of `maxq`, whose files are named
 * SITTING_NUMBER.jpg (that a sitting is one person was looked at by eye). The frontal pictures, about three a sitting.
 * training/data.py keeps the same pictures out of the training.
 */

import { cropPicture } from './crop-picture.ts';
import type { Archive, FaceRow } from './data.ts';
import { RECIPE } from './effect.ts';
import { fileOf, known } from './fer.ts';
import { type PictureSet, shuffled } from './set.ts';

/** Nose off the eyes' middle, in eye distances: as in training/prototypes.py. */
const FRONTAL = 0.22;

export interface PeopleSet extends PictureSet {
  readonly people: readonly string[];
  readonly expressions: readonly string[];
}

export function laboratorySet(archive: Archive, index: readonly FaceRow[]): PeopleSet {
  const found = index.flatMap((row) => {
    const person =
      row.source === 'maxq' && row.noseOff < FRONTAL ? /\/(\d+)_\d+\.jpg$/.exec(row.origin)?.[1] : undefined;
    return person === undefined ? [] : [{ ...row, person }];
  });
  const rows = shuffled(found);
  const byId = new Map(rows.map((row) => [fileOf(row), row]));
  return {
    name: 'laboratory-frontal',
    ids: rows.map(fileOf),
    people: rows.map(({ person }) => person),
    expressions: rows.map(({ label }) => label),
    picture: (id) => cropPicture(archive, known(byId, id), RECIPE),
  };
}

/** Whether two of the set's numbers are one person, who came twice. */
export const isSamePerson = (one: string, other: string): boolean => one === other;
