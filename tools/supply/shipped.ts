/** Does the package say whose work is in it? */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceFault } from './licences.ts';
import { listedIn, NOTICES } from './notices.ts';

/** What every package of Gurn's has in it: a list without one of these was not made from what was bundled. */
const SURELY = [
  '@mediapipe/tasks-vision',
  '@mediapipe/face_detection',
  '@vladmandic/human',
  '@tensorflow/tfjs-core',
  'preact',
  'idb',
];

/** @returns faults of a built package's notices, and how many packages they list */
export function noticeFaults(dist: string): { readonly faults: readonly string[]; readonly packages: number } {
  const path = join(dist, NOTICES);
  if (!existsSync(path)) return { faults: [`${NOTICES} is missing`], packages: 0 };
  const listed = listedIn(readFileSync(path, 'utf8'));
  const missing = SURELY.filter((name) => !listed.has(name)).map((name) => `${NOTICES} says nothing of ${name}`);
  const refused = Array.from(listed, ([name, licence]) => licenceFault(name, licence)).filter(
    (fault) => fault !== undefined,
  );
  return { faults: [...missing, ...refused], packages: listed.size };
}
