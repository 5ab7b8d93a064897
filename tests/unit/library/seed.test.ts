import { describe, expect, it, vi } from 'vitest';
import { seedStarter, sha256Hex } from '../../../src/library/index.ts';
import { face, freshName, meme, open, picture, stored, unit } from './support.ts';

const ASSETS = 'chrome-extension://gurn/';
const SEEDS = [1, 2, 3];
const ids = await Promise.all(SEEDS.map((seed) => sha256Hex(picture(seed))));
const [first = '', second = '', third = ''] = ids;

/** The packaged files of an installation whose embedder is `model`; sticker n lies at axis n + `shift`. */
function installation(model: string, shift = 0) {
  const stickers = SEEDS.map((seed, i) => ({
    file: `${seed}.webp`,
    name: `Sticker ${seed}`,
    tags: ['face'],
    type: 'image/webp',
    size: picture(seed).size,
    width: 256,
    height: 128,
    id: ids[i],
    embedding: Array.from(unit(seed + shift), (value) => value * 0.5),
    spread: 0.75,
  }));
  const files = new Map<string, Blob>([['catalogue.json', new Blob([JSON.stringify({ model, stickers })])]]);
  for (const seed of SEEDS) files.set(`${seed}.webp`, picture(seed));
  const fetcher = vi.fn(async (url: string | URL | Request) => {
    const file = files.get(String(url).replace(`${ASSETS}starter/`, ''));
    return file ? new Response(file) : new Response('', { status: 404 });
  });
  return { files, fetcher };
}

const nothing = { added: 0, placed: 0, dismissed: 0, kept: 0 };

describe('seeding the starter stickers', () => {
  it('puts each into the library with one placed face', async () => {
    const library = await open();
    const { fetcher } = installation('a');
    expect(await seedStarter(library, ASSETS, fetcher)).toEqual({ ...nothing, added: 3 });
    expect(await library.memes.get(second)).toMatchObject({
      name: 'Sticker 2',
      source: 'starter',
      tags: ['face'],
      type: 'image/webp',
      width: 256,
      height: 128,
      animated: false,
      indexed: 'a',
    });
    const faces = await library.faces.ofMeme(second);
    expect(faces).toHaveLength(1);
    expect(faces[0]).toMatchObject({ origin: 'placed', box: null, spread: 0.75, model: 'a' });
    expect(faces[0]?.embedding[2]).toBe(0.5);
  });

  it('is done once: a later start reads the catalogue alone', async () => {
    const library = await open();
    const { fetcher } = installation('a');
    await seedStarter(library, ASSETS, fetcher);
    fetcher.mockClear();
    expect(await seedStarter(library, ASSETS, fetcher)).toEqual(nothing);
    expect(fetcher.mock.calls).toEqual([[`${ASSETS}starter/catalogue.json`]]);
  });

  it('begins again after a kill in the middle, without doubling anything', async () => {
    const name = freshName();
    const library = await open(name);
    const { fetcher } = installation('a');
    const killed = async (url: string | URL | Request) => {
      if (String(url).endsWith('3.webp')) throw new TypeError('killed');
      return fetcher(url);
    };
    await expect(seedStarter(library, ASSETS, killed)).rejects.toMatchObject({ code: 'starter' });
    expect((await stored(name)).memes).toHaveLength(0);
    await seedStarter(library, ASSETS, fetcher);
    expect(await stored(name)).toMatchObject({ memes: [...ids].sort(), faces: [...ids].sort() });
  });

  it('by two contexts at once adds each sticker once', async () => {
    const name = freshName();
    const contexts = await Promise.all([open(name), open(name)]);
    const { fetcher } = installation('a');
    const seedings = await Promise.all(contexts.map((library) => seedStarter(library, ASSETS, fetcher)));
    expect(seedings.map(({ added }) => added).reduce((a, b) => a + b)).toBe(3);
    expect((await stored(name)).faces).toHaveLength(3);
  });

  it('does not bring back what the user deleted, unless he adds it himself', async () => {
    const name = freshName();
    const library = await open(name);
    await seedStarter(library, ASSETS, installation('a').fetcher);
    await library.memes.remove([first, second]);
    const seeding = await seedStarter(library, ASSETS, installation('b').fetcher);
    expect(seeding).toEqual({ ...nothing, placed: 1, dismissed: 2 });
    expect(await stored(name)).toMatchObject({ memes: [third], faces: [third] });

    await library.memes.add({ meme: meme({ source: 'again.webp' }), bytes: picture(1), faces: [] });
    await seedStarter(library, ASSETS, installation('c').fetcher);
    expect((await stored(name)).memes.sort()).toEqual([first, third].sort());
  });

  it('for a new embedder moves the stickers and keeps their names, tags and uses', async () => {
    const library = await open();
    await seedStarter(library, ASSETS, installation('a').fetcher);
    await library.memes.update(first, { name: 'My grin', tags: ['mine'] });
    await library.memes.recordUse(first, 123);
    expect(await seedStarter(library, ASSETS, installation('b', 10).fetcher)).toEqual({ ...nothing, placed: 3 });
    const moved = { name: 'My grin', tags: ['mine'], used: { count: 1, last: 123 }, indexed: 'b' };
    expect(await library.memes.get(first)).toMatchObject(moved);
    const faces = await library.faces.ofMeme(first);
    expect(faces.map(({ model, embedding }) => [model, embedding.indexOf(0.5)])).toEqual([['b', 11]]);
    expect(await library.faces.all('a')).toEqual([]);
  });

  it('leaves a picture alone that the user had added himself', async () => {
    const library = await open();
    await library.memes.add({ meme: meme({ name: 'Mine' }), bytes: picture(1), faces: [face(7)] });
    expect(await seedStarter(library, ASSETS, installation('a').fetcher)).toEqual({ ...nothing, added: 2, kept: 1 });
    expect(await library.memes.get(first)).toMatchObject({ name: 'Mine', indexed: 'model-1' });
    expect(await library.faces.ofMeme(first)).toHaveLength(1);
  });

  it.each([
    ['a file that is missing', '2.webp', undefined],
    ['a file with other bytes', '2.webp', picture('other')],
    ['a catalogue that is no JSON', 'catalogue.json', new Blob(['{'])],
    ['a catalogue with a short vector', 'catalogue.json', new Blob(['{"model":"a","stickers":[{"embedding":[1]}]}'])],
  ])('refuses %s, and tries again at the next start', async (_what, file, content) => {
    const library = await open();
    const { files, fetcher } = installation('a');
    if (content) files.set(file, content);
    else files.delete(file);
    await expect(seedStarter(library, ASSETS, fetcher)).rejects.toMatchObject({ code: 'starter' });
    expect(await library.memes.get(second)).toBeUndefined();
    await seedStarter(library, ASSETS, installation('a').fetcher);
    expect(await library.memes.count()).toBe(3);
  });
});
