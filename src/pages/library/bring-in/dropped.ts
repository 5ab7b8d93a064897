/** What was dropped, pasted or chosen, one file after the other, folders walked through. */
import { isLitter } from '../../../library/importers/files.ts';

export interface Found {
  /** With the folders it lies in. */
  readonly path: string;
  /** Rejects when the file is gone or may not be read. */
  open(): Promise<File>;
}

/** To be called while the drop is handled: afterwards the browser takes its items away. */
export function droppedIn({ items, files }: Pick<DataTransfer, 'items' | 'files'>): AsyncIterable<Found> {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  // A picture made by a script, or dragged out of a page, has no entry.
  return entries.length > 0 ? walk(entries) : chosen([...files]);
}

/** Files of a dialog; those of a folder say where in it they lie. */
export async function* chosen(files: readonly File[]): AsyncGenerator<Found> {
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (!isLitter(path)) yield { path, open: async () => file };
  }
}

async function* walk(entries: readonly FileSystemEntry[]): AsyncGenerator<Found> {
  for (const entry of entries) {
    const path = entry.fullPath.replace(/^\//, '');
    if (isLitter(path)) continue;
    if (isFile(entry)) yield { path, open: () => new Promise((resolve, reject) => entry.file(resolve, reject)) };
    else if (isFolder(entry)) yield* walk(await inside(entry));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder's entries come a hundred at a time, until none come. */
async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
