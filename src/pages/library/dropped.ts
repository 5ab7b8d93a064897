/** What was dropped on the page. */

export interface Dropped {
  readonly files: readonly File[];
  /** Names. A folder comes as a file that cannot be read, so it is told apart here. */
  readonly folders: readonly string[];
}

/** To be called while the drop is handled: afterwards the browser takes its items away. */
export function droppedIn({ items }: Pick<DataTransfer, 'items'>): Dropped {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) folders.push(entry.name);
    else if (file) files.push(file);
  }
  return { files, folders };
}
