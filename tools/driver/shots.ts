/**
 * Close-ups of people, cut from the sample photographs of the npm package @vladmandic/face-api (MIT): what stands in
 * front of the fake camera in tests and in the demo, and what serves as memes there.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Shot } from './camera.ts';

const require = createRequire(import.meta.url);
const samples = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo');
const sample = (number: number): string => join(samples, `sample${number}.jpg`);

/** Every shot is another person, except that `laugh` and `smile` may be sisters in the photographs. */
export const shots = {
  laugh: { photo: sample(1), x: 0.82, y: 0.235, height: 0.36 },
  laughInProfile: { photo: sample(4), x: 0.71, y: 0.19, height: 0.36 },
  smile: { photo: sample(3), x: 0.635, y: 0.24, height: 0.36 },
  grin: { photo: sample(3), x: 0.83, y: 0.3, height: 0.36 },
  thoughtful: { photo: sample(4), x: 0.405, y: 0.135, height: 0.27 },
  serious: { photo: sample(5), x: 0.45, y: 0.15, height: 0.29 },
  pout: { photo: sample(6), x: 0.66, y: 0.29, height: 0.34 },
  toothySmile: { photo: sample(6), x: 0.42, y: 0.29, height: 0.34 },
  knowing: { photo: sample(5), x: 0.77, y: 0.33, height: 0.36 },
  astonished: { photo: sample(5), x: 0.26, y: 0.78, height: 0.36 },
  calm: { photo: sample(6), x: 0.2, y: 0.37, height: 0.34 },
  friendly: { photo: sample(6), x: 0.86, y: 0.25, height: 0.34 },
} as const satisfies Record<string, Shot>;

export type ShotName = keyof typeof shots;
