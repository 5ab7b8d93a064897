/** What becomes of a meme of a pack: the rules of docs/pack-format.md. */
import { type Face, type Meme, STARTER } from '../schema.ts';
import type { PackMeme } from './read.ts';

/** The source of a sticker that this installation does not have. */
const FOREIGN_STICKER = 'a pack';

/**
 * A meme that the library lacks. When another embedder than `model` found its faces it is stored as not indexed, and
 * so will be searched again; stickers never are, so one of another model becomes an ordinary picture.
 */
export function arrival({ record }: Pick<PackMeme, 'record'>, model: string, now: number): Meme {
  const isCurrent = record.indexed === model;
  const isForeign = record.source === STARTER && !isCurrent;
  const { added = now, used = { count: 0, last: 0 }, ...fields } = record;
  return {
    ...fields,
    source: isForeign ? FOREIGN_STICKER : record.source,
    indexed: isCurrent ? model : '',
    added,
    used,
  };
}

/** What a pack adds to a meme that the library has. */
export interface Addition {
  readonly meme: Meme;
  /** Faces to be stored. */
  readonly faces: readonly Face[];
  /** The detected faces that were there give way. */
  readonly replacesDetected: boolean;
}

/**
 * The user's name, source, title and history stay, tags are united; found faces come along when the library's are
 * not of `model` and the pack's are; drawn and taught ones when the user has none. `undefined`: nothing is new.
 */
export function additionOf(
  meme: Meme,
  own: readonly Face[],
  { record, faces }: Omit<PackMeme, 'bytes'>,
  model: string,
): Addition | undefined {
  const replacesDetected = meme.indexed !== model && record.indexed === model;
  const lacks = (origin: Face['origin']): boolean => own.every((face) => face.origin !== origin);
  const wanted = new Set<Face['origin']>([
    ...(replacesDetected ? (['detected'] as const) : []),
    ...(['drawn', 'taught'] as const).filter(lacks),
  ]);
  const news = faces.filter(({ origin }) => wanted.has(origin));
  const merged: Meme = {
    ...meme,
    title: meme.title || record.title,
    fingerprint: meme.fingerprint || record.fingerprint,
    tags: [...new Set([...meme.tags, ...record.tags])],
    indexed: replacesDetected ? model : meme.indexed,
  };
  const isSame =
    merged.title === meme.title &&
    merged.fingerprint === meme.fingerprint &&
    merged.tags.length === meme.tags.length &&
    merged.indexed === meme.indexed &&
    news.length === 0;
  return isSame ? undefined : { meme: merged, faces: news, replacesDetected };
}
