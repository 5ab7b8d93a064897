/** Faces that a person outlined by hand: embedded from their boxes, and again by every new embedder. */
import type { Box, Engine } from '../engine/index.ts';
import type { Face, Library, NewFace } from '../library/index.ts';
import { type ReplyOf, RequestError, type RequestOf } from '../messages/index.ts';

const toBox = ([x, y, width, height]: NonNullable<Face['box']>): Box => ({ x, y, width, height });

/** The part of the box that lies in the picture. @throws RequestError `outside` */
function inside([x, y, width, height]: NonNullable<Face['box']>, picture: { width: number; height: number }) {
  const box = [x, y, Math.min(width, picture.width - x), Math.min(height, picture.height - y)] as const;
  if (box[2] < 1 || box[3] < 1) throw new RequestError('outside', 'The box lies outside the picture. Draw it again.');
  return box;
}

/** @throws RequestError `outside`, `missing` when the meme is gone; DecodeError, EngineError, LibraryError */
export async function embedDrawn(
  { memes, faces }: Pick<Library, 'memes' | 'faces'>,
  engine: Pick<Engine, 'embedBox' | 'model'>,
  { meme, box }: RequestOf<'faces.draw'>,
): Promise<ReplyOf<'faces.draw'>> {
  const [about, bytes] = await Promise.all([memes.get(meme), memes.bytes(meme)]);
  if (!about || !bytes) throw new RequestError('missing', 'This picture is no longer in your library.');
  const drawn = inside(box, about);
  const { embedding, found } = await engine.embedBox(bytes, toBox(drawn));
  await faces.draw(meme, { box: drawn, embedding, model: engine.model });
  return { found };
}

/** The drawn faces of a meme that another embedder embedded, as this one does. @throws DecodeError, EngineError */
export async function drawnAgain(
  faces: readonly Face[],
  engine: Pick<Engine, 'embedBox' | 'model'>,
  bytes: Blob,
): Promise<NewFace[]> {
  const again: NewFace[] = [];
  for (const { origin, frame, box, score, model } of faces) {
    if (origin !== 'drawn' || !box || model === engine.model) continue;
    const { embedding } = await engine.embedBox(bytes, toBox(box));
    again.push({ origin, frame, box, score, embedding, spread: 0 });
  }
  return again;
}
