/** Fills a new library with the starter stickers, and moves them when the embedder is replaced. */
import * as v from 'valibot';
import { Catalogue } from './catalogue.ts';
import { sha256Hex } from './digest.ts';
import { LibraryError } from './errors.ts';
import type { Library } from './library.ts';
import type { Placing } from './stickers.ts';

export type Seeding = Readonly<Record<Placing, number>>;

/**
 * Puts every sticker of the catalogue under `assets` (the URL of the folder that holds `starter/`) into the library.
 * Does nothing when this very catalogue was seeded before. All are placed or none; after a kill in
 * the middle the next call begins again.
 * @returns how many stickers met which end
 * @throws LibraryError starter (a file is missing or not what the catalogue says), full, ...
 */
export async function seedStarter(
  library: Pick<Library, 'settings' | 'stickers'>,
  assets: string,
  fetcher: typeof fetch = fetch,
): Promise<Seeding> {
  const seeding = { added: 0, placed: 0, dismissed: 0, kept: 0 };
  const folder = `${assets.replace(/\/$/, '')}/starter/`;
  const file = await load(fetcher, `${folder}catalogue.json`);
  const digest = await sha256Hex(file);
  if ((await library.settings.get('starterSeeded')) === digest) return seeding;

  const { model, stickers } = parse(await file.text());
  const placements = await Promise.all(
    stickers.map(async ({ file, id, embedding, spread, ...sticker }) => {
      const bytes = await load(fetcher, folder + file);
      if ((await sha256Hex(bytes)) !== id) throw damaged(file);
      const meme = { ...sticker, animated: false, indexed: model };
      return { sticker: meme, bytes, embedding: Float32Array.from(embedding), spread };
    }),
  );
  for (const placing of await library.stickers.place(placements)) seeding[placing] += 1;
  await library.settings.set('starterSeeded', digest);
  return seeding;
}

const damaged = (what: string, cause?: unknown) =>
  new LibraryError('starter', `The starter sticker file ${what} cannot be read. Install Gurn again.`, cause);

async function load(fetcher: typeof fetch, url: string): Promise<Blob> {
  try {
    const response = await fetcher(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.blob();
  } catch (error) {
    throw damaged(url, error);
  }
}

function parse(text: string): Catalogue {
  try {
    return v.parse(Catalogue, JSON.parse(text));
  } catch (error) {
    throw damaged('catalogue.json', error);
  }
}
