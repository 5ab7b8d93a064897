/** Writes a pack as a stream: nothing but the list and the vectors is held in memory. */
import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { sha256Hex } from '../digest.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { FORMAT, type Manifest, type PackedMeme, VERSION } from './manifest.ts';
import { MANIFEST, pictureName, VECTORS } from './names.ts';
import { type Source, toPacked } from './packed.ts';
import { encode } from './vectors.ts';

export interface WriteOptions {
  /** What writes: a program and its version. */
  readonly generator: string;
  /** Epoch milliseconds; now when not given. */
  readonly created?: number;
  /** Also when each meme was added and how often it was used: for a person's own backup. */
  readonly history?: boolean;
  readonly signal?: AbortSignal;
  /** Called after every meme. */
  readonly onProgress?: (done: number) => void;
}

export interface Written {
  readonly memes: number;
  readonly faces: number;
  /** Bytes of the pack. */
  readonly bytes: number;
  /** Memes that no pack could bring back. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Writes memes into a pack, and closes `sink`. When anything fails `sink` is aborted.
 * @throws PackError empty, too-large; what `sources` throws; the signal's reason when that is aborted
 */
export async function writePack(
  sink: WritableStream<Uint8Array>,
  sources: AsyncIterable<Source>,
  options: WriteOptions,
): Promise<Written> {
  const writer = sink.getWriter();
  let bytes = 0;
  const counted = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.length;
      if (bytes > LIMITS.pack) throw new PackError('too-large', 'choose fewer memes');
      return writer.write(chunk);
    },
  });
  try {
    const written = await pour(counted, sources, options);
    await writer.close();
    return { ...written, bytes };
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}

async function pour(
  target: WritableStream<Uint8Array>,
  sources: AsyncIterable<Source>,
  { generator, created = Date.now(), history = false, signal, onProgress }: WriteOptions,
): Promise<Omit<Written, 'bytes'>> {
  const date = new Date(created);
  const zip = new ZipWriter(target, { useWebWorkers: false, lastModDate: date, extendedTimestamp: false });
  const memes: PackedMeme[] = [];
  const vectors: Float32Array[] = [];
  const leftOut: { name: string; why: string }[] = [];
  for await (const source of sources) {
    signal?.throwIfAborted();
    const packed = await toPacked(source, vectors.length, history);
    if ('why' in packed) leftOut.push({ name: source.meme.name, why: packed.why });
    else {
      // Pictures are compressed already.
      await zip.add(pictureName(packed.record), new Uint8ArrayReader(packed.bytes), { level: 0 });
      memes.push(packed.record);
      vectors.push(...packed.vectors);
    }
    if (memes.length > LIMITS.memes || vectors.length > LIMITS.faces) {
      throw new PackError('too-large', 'choose fewer memes');
    }
    onProgress?.(memes.length + leftOut.length);
  }
  if (memes.length === 0) throw new PackError('empty');
  const rows = encode(vectors);
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    created: date.toISOString(),
    generator,
    vectors: { rows: vectors.length, sha256: await sha256Hex(rows.buffer) },
    memes,
  };
  await zip.add(VECTORS, new Uint8ArrayReader(rows), { level: 0 });
  await zip.add(MANIFEST, new TextReader(JSON.stringify(manifest)));
  signal?.throwIfAborted();
  await zip.close();
  return { memes: memes.length, faces: vectors.length, leftOut };
}
