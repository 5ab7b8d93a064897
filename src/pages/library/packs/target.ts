/** Where a pack is written: the file that the person chooses, or a download where a page cannot write files. */

export interface Target {
  readonly name: string;
  readonly sink: WritableStream<Uint8Array>;
}

interface SavePicker {
  showSaveFilePicker(options: object): Promise<FileSystemFileHandle>;
}

const hasPicker = (scope: object): scope is SavePicker => 'showSaveFilePicker' in scope;

/** What a file is, for the browser's dialog. */
interface Kind {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

const KIND: Kind = { description: 'Gurn pack', accept: { 'application/zip': ['.gurnpack'] } };

/** Bytes that are held before they become a Blob, which the browser may keep on its disk. */
const HELD = 8_000_000;

/** To be called in a click. `undefined` when the person chose no file after all. */
export async function openTarget(name: string, scope: object = window, kind = KIND): Promise<Target | undefined> {
  if (!hasPicker(scope)) return { name, sink: download(name) };
  try {
    const handle = await scope.showSaveFilePicker({ suggestedName: name, types: [kind] });
    return { name: handle.name, sink: await handle.createWritable() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

function download(name: string): WritableStream<Uint8Array> {
  const blobs: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const flush = (): void => {
    blobs.push(new Blob(held));
    held = [];
    length = 0;
  };
  return new WritableStream({
    write(chunk) {
      held.push(chunk.slice());
      length += chunk.length;
      if (length > HELD) flush();
    },
    close() {
      flush();
      const url = URL.createObjectURL(new Blob(blobs, { type: 'application/zip' }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      // The browser has taken the bytes over when the click is done; a minute is ample for it to begin.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
  });
}
