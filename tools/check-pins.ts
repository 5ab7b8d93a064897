/** `npm run check:pins`: every dependency is one version, and every lockfile says by digest which bytes that is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { type Lock, lockFaults, loosePins, type PackageJson } from './supply/pins.ts';
import { say } from './supply/say.ts';

/** Where packages are installed from: the project itself, and the chats that the tests talk to. */
const FOLDERS = ['.', 'tests/messengers/converse', 'tests/messengers/lounge'];

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

let packages = 0;
const faults = FOLDERS.flatMap((folder) => {
  const json = read(`${folder}/package.json`) as PackageJson;
  const loose = loosePins(json);
  const path = `${folder}/package-lock.json`;
  if (!existsSync(join(root, path))) return [...loose, 'there is no lockfile'].map((fault) => `${folder}: ${fault}`);
  const lock = read(path) as Lock;
  packages += Object.keys(lock.packages ?? {}).length - 1;
  return [...loose, ...lockFaults(json, lock)].map((fault) => `${folder}: ${fault}`);
});
say(`Pins: ${FOLDERS.length} lockfiles with ${packages} packages, all exact, each with its SHA-512`, faults);
