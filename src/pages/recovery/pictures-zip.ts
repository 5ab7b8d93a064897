import { BlobReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { LoosePicture } from '../../library/rescue.ts';

/** Endings of the types that Gurn takes; a picture of another type gets none that lies. */
const ending = (type: string): string => /^image\/([a-z]+)$/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'picture';

/** Writes pictures into a plain zip, and closes `sink`. When anything fails `sink` is aborted. */
export async function writePictures(
  sink: WritableStream<Uint8Array>,
  pictures: AsyncIterable<LoosePicture>,
  onProgress: (done: number) => void,
): Promise<void> {
  const writer = sink.getWriter();
  // The zip must not close what is to be aborted when a later picture cannot be read.
  const target = new WritableStream<Uint8Array>({ write: (chunk) => writer.write(chunk) });
  try {
    const zip = new ZipWriter(target, { useWebWorkers: false });
    let done = 0;
    for await (const { id, bytes } of pictures) {
      // Pictures are compressed already.
      await zip.add(`${id.slice(0, 16)}.${ending(bytes.type)}`, new BlobReader(bytes), { level: 0 });
      onProgress(++done);
    }
    await zip.close();
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}
