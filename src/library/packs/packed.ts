/** A meme of the library as a pack holds it, held against what a reader of packs demands. */
import * as v from 'valibot';
import { sha256Hex } from '../digest.ts';
import type { Face, Meme } from '../schema.ts';
import { LIMITS } from './limits.ts';
import { PackedMeme } from './manifest.ts';
import { faultOf } from './picture.ts';
import { plain } from './text.ts';
import { isSound } from './vectors.ts';

/** A meme on its way into a pack. */
export interface Source {
  readonly meme: Meme;
  readonly bytes: Blob;
  readonly faces: readonly Omit<Face, 'meme'>[];
}

interface Packed {
  readonly record: PackedMeme;
  /** Its picture. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of its faces, in their order. */
  readonly vectors: readonly Float32Array[];
}

/** `row`: the first that is free. A meme that would be refused when it is read again is left out, and told `why`. */
export async function toPacked(
  source: Source,
  row: number,
  history: boolean,
): Promise<Packed | { readonly why: string }> {
  const { meme, bytes, faces } = source;
  const { id, type, size, width, height, animated, indexed, fingerprint, added, used } = meme;
  const sound = faces.filter((face) => isSound(face, face.embedding));
  const record = v.safeParse(PackedMeme, {
    id,
    name: plain(meme.name, LIMITS.name),
    title: plain(meme.title, LIMITS.title),
    source: plain(meme.source, LIMITS.source),
    tags: meme.tags.map((tag) => plain(tag, LIMITS.tag)).filter((tag) => tag !== ''),
    type,
    size,
    width,
    height,
    animated,
    indexed,
    fingerprint,
    ...(history && { added, used }),
    faces: sound.map(({ origin, frame, box, score, spread, model }, i) => ({
      origin,
      frame,
      box,
      score,
      spread,
      model,
      vector: row + i,
    })),
  });
  if (!record.success) return { why: `its ${v.getDotPath(record.issues[0]) ?? 'record'} is damaged` };
  const picture = new Uint8Array(await bytes.arrayBuffer());
  if ((await sha256Hex(picture.buffer)) !== meme.id) return { why: 'its picture is damaged' };
  const fault = faultOf(picture, record.output.type);
  if (fault !== undefined) return { why: `its picture cannot be shown (${fault})` };
  return { record: record.output, bytes: picture, vectors: sound.map(({ embedding }) => embedding) };
}
