/** Are two folders the same, byte for byte? */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesIn } from '../package-files.ts';

/** Path within the folder → SHA-256 of the file. */
export function digestsOf(folder: string): ReadonlyMap<string, string> {
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(Array.from(filesIn(folder), (path) => [relative(folder, path), digest(path)]));
}

/** What differs, a line each. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names.flatMap((name) => {
    if (!other.has(name)) return [`${name} is in the first only`];
    if (!one.has(name)) return [`${name} is in the second only`];
    return one.get(name) === other.get(name) ? [] : [`${name} differs`];
  });
}

/** One digest for a whole folder: of its files' names and digests, in the order of their names. */
export function digestOfAll(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([name, digest]) => `${digest}  ${name}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
