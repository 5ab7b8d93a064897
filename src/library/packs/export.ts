/** A library's memes on their way into a pack. */
import type { Library } from '../library.ts';
import type { Meme } from '../schema.ts';
import type { Source } from './packed.ts';

type Readable = Pick<Library, 'memes' | 'faces'>;

/** Memes read from the library at once: enough that the database is not waited for one by one. */
const PAGE = 50;

/** All memes, the oldest first, so that a pack brings them back in that order. */
async function* allMemes({ memes }: Readable): AsyncGenerator<readonly Meme[]> {
  let page = await memes.list({ order: 'oldest', limit: PAGE });
  for (let last = page.at(-1); last; last = page.at(-1)) {
    yield page;
    page = await memes.list({ order: 'oldest', limit: PAGE, after: last });
  }
}

async function* chosenMemes({ memes }: Readable, ids: readonly string[]): AsyncGenerator<readonly Meme[]> {
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = await Promise.all(ids.slice(start, start + PAGE).map((id) => memes.get(id)));
    yield page.filter((meme) => meme !== undefined);
  }
}

/**
 * Memes with their pictures and faces, as `writePack` takes them: all, or those of `ids`. One that is deleted while
 * the pack is written is not in it.
 * @throws LibraryError
 */
export async function* sourcesOf(library: Readable, ids?: readonly string[]): AsyncGenerator<Source> {
  const { memes, faces } = library;
  for await (const page of ids ? chosenMemes(library, ids) : allMemes(library)) {
    const parts = await Promise.all(page.map(({ id }) => Promise.all([memes.bytes(id), faces.ofMeme(id)])));
    for (const [i, meme] of page.entries()) {
      const [bytes, own = []] = parts[i] ?? [];
      if (bytes) yield { meme, bytes, faces: own };
    }
  }
}
