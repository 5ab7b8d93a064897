/** A library's memes on their way into a pack. */
import type { Library } from '../library.ts';
import type { Source } from './packed.ts';

type Readable = Pick<Library, 'memes' | 'faces'>;

/** Memes read from the library at once. */
const PAGE = 200;

/** All memes, the oldest first, so that a pack brings them back in that order. */
async function* allIds({ memes }: Readable): AsyncGenerator<string> {
  let page = await memes.list({ order: 'oldest', limit: PAGE });
  for (let last = page.at(-1); last; last = page.at(-1)) {
    for (const { id } of page) yield id;
    page = await memes.list({ order: 'oldest', limit: PAGE, after: last });
  }
}

/**
 * Memes with their pictures and faces, as `writePack` takes them: all, or those of `ids`. One that is deleted while
 * the pack is written is not in it.
 * @throws LibraryError
 */
export async function* sourcesOf(library: Readable, ids?: readonly string[]): AsyncGenerator<Source> {
  for await (const id of ids ?? allIds(library)) {
    const [meme, bytes, faces] = await Promise.all([
      library.memes.get(id),
      library.memes.bytes(id),
      library.faces.ofMeme(id),
    ]);
    if (meme && bytes) yield { meme, bytes, faces };
  }
}
