/** What a failing disk leaves of IndexedDB's files. The browser must be closed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function files(profile: string, kind: 'leveldb' | 'blob'): string[] {
  const folder = join(profile, 'Default', 'IndexedDB');
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes(`.indexeddb.${kind}`))
    .map((entry) => join(entry.parentPath, entry.name));
  if (found.length === 0) throw new Error(`there are no ${kind} files in ${folder}`);
  return found;
}

/** Turns bytes of the records over, all through the files: no checksum in them fits any more. */
export function damageDatabase(profile: string): void {
  for (const file of files(profile, 'leveldb').filter((name) => /\.(log|ldb)$/.test(name))) {
    const bytes = readFileSync(file);
    for (let at = 50; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
}

/** Leaves the records, and cuts the pictures' files off: to nothing (0), to the half (0.5). */
export function cutPictures(profile: string, part: number): void {
  for (const file of files(profile, 'blob')) {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * part)));
  }
}
