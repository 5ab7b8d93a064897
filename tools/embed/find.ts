import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A file to embed, or why a path gives none. */
export type Found =
  | { readonly file: string; readonly path: string }
  | { readonly file: string; readonly error: string };

const PICTURE = /\.(jpe?g|jfif|png|apng|webp|gif|avif|bmp)$/i;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'It may not be read: permission denied.',
  ELOOP: 'The link leads in a circle.',
};

/** What a failed look at the file system means to a person. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Pictures below a folder by their extension, sorted by name; links to folders are not followed. */
async function* inFolder(file: string, path: string): AsyncGenerator<Found> {
  const entries = await readdir(path, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inside = { file: `${file.replace(/\/+$/, '')}/${entry.name}`, path: resolve(path, entry.name) };
    if (entry.isDirectory()) yield* guarded(inside.file, inFolder(inside.file, inside.path));
    else if (PICTURE.test(entry.name)) yield inside;
  }
}

/** A folder that cannot be read is one failure among others. */
async function* guarded(file: string, found: AsyncGenerator<Found>): AsyncGenerator<Found> {
  try {
    yield* found;
  } catch (error) {
    yield { file, error: fileProblem(error) };
  }
}

async function* at(file: string, path: string): AsyncGenerator<Found> {
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder) yield* inFolder(file, path);
  else yield { file, path };
}

/** The files that paths (relative to `cwd`) stand for, in their order. A file named outright needs no extension. */
export async function* findFiles(paths: readonly string[], cwd: string): AsyncGenerator<Found> {
  for (const file of paths) yield* guarded(file, at(file, resolve(cwd, file)));
}
