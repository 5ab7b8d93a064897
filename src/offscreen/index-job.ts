/** Searches pictures for faces: those that come in, and those whose faces were found by an older embedder. */
import type { IndexedImage } from '../engine/index.ts';
import type { Library, NewFace } from '../library/index.ts';
import { type AddReport, RequestError } from '../messages/index.ts';
import { drawnAgain } from './draw-job.ts';
import type { Eyes } from './session.ts';
import { thumbOf } from './thumb-of.ts';

/** The faces that were found, as the library keeps them. */
export const toNewFaces = (image: Pick<IndexedImage, 'faces'>): NewFace[] =>
  image.faces.map(({ frame, box, score, embedding }) => ({
    origin: 'detected',
    frame,
    box: [box.x, box.y, box.width, box.height],
    score,
    embedding,
    spread: 0,
  }));

/**
 * Moves a picture from the inbox into the library, whole or not at all.
 * A picture that cannot be read leaves the inbox; one without a face waits there, unless it is wanted all the same.
 * @throws RequestError `gone`, DecodeError, EngineError, LibraryError
 */
export async function indexFromInbox(
  library: Library,
  { engine }: Eyes,
  inbox: string,
  evenWithoutFace: boolean,
): Promise<AddReport> {
  const item = await library.inbox.get(inbox);
  if (!item) throw new RequestError('gone', 'This picture is no longer waiting to be added.');
  let thumb: Promise<Blob | undefined> = Promise.resolve(undefined);
  const search = engine.index(item.blob, (frame) => {
    thumb = thumbOf(frame);
  });
  const image = await search.catch(async (error: unknown) => {
    await library.inbox.discard(inbox);
    throw error;
  });
  if (image.faces.length === 0 && !evenWithoutFace) return { outcome: 'no-face', inbox };
  const { type, width, height, animated, fingerprint } = image;
  const faces = toNewFaces(image);
  const { id, outcome } = await library.inbox.promote(
    inbox,
    { type, width, height, animated, fingerprint, indexed: engine.model },
    faces,
    await thumb,
  );
  return outcome === 'added' ? { outcome, meme: id, faces: faces.length } : { outcome, meme: id };
}

/**
 * Embeds again what an older embedder found, and what people drew. One picture at a time; one that cannot be searched is
 * left for the next start. Matching goes on over what is ready.
 */
export async function embedAgain(library: Library, { engine }: Pick<Eyes, 'engine'>): Promise<void> {
  for (const id of await library.faces.stale(engine.model)) {
    try {
      const bytes = await library.memes.bytes(id);
      if (!bytes) continue;
      const found = toNewFaces(await engine.index(bytes));
      const drawn = await drawnAgain(await library.faces.ofMeme(id), engine, bytes);
      await library.faces.replace(id, [...found, ...drawn], engine.model);
    } catch (error) {
      console.warn(`Gurn: ${id} could not be searched again`, error);
    }
  }
}
