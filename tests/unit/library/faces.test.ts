import { describe, expect, it } from 'vitest';
import { face, meme, open, picture } from './support.ts';

const axes = (faces: readonly { embedding: Float32Array }[]) => faces.map(({ embedding }) => embedding.indexOf(1));

describe('faces', () => {
  it('are read all at once, or those of one model', async () => {
    const library = await open();
    await library.memes.add({ meme: meme({ indexed: 'old' }), bytes: picture(1), faces: [face(1), face(2)] });
    await library.memes.add({ meme: meme({ indexed: 'new' }), bytes: picture(2), faces: [face(3)] });
    expect(axes(await library.faces.all())).toEqual([1, 2, 3]);
    expect(axes(await library.faces.all('new'))).toEqual([3]);
    expect(await library.faces.all('other')).toEqual([]);
  });

  it('are read all, also when they are more than are read at once', async () => {
    const library = await open();
    for (let seed = 0; seed < 3; seed++) {
      const faces = Array.from({ length: 3500 }, (_, axis) => face(axis));
      await library.memes.add({ meme: meme(), bytes: picture(seed), faces });
    }
    const keys = (await library.faces.all()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3 * 3500);
  });

  it('of another model are stale until they are replaced', async () => {
    const library = await open();
    const add = async (seed: number, indexed: string) =>
      (await library.memes.add({ meme: meme({ indexed }), bytes: picture(seed), faces: [face(seed)] })).id;
    const [never, old, current] = [await add(1, ''), await add(2, 'a'), await add(3, 'm')];
    const newer = await add(4, 'z');
    expect((await library.faces.stale('m')).sort()).toEqual([never, old, newer].sort());

    await library.faces.replace(old, [face(8), face(9)], 'm');
    expect((await library.faces.stale('m')).sort()).toEqual([never, newer].sort());
    expect(axes(await library.faces.ofMeme(old))).toEqual([8, 9]);
    expect(axes(await library.faces.ofMeme(current))).toEqual([3]);
  });

  it('cannot be given to a meme that is gone', async () => {
    const library = await open();
    await expect(library.faces.replace('0'.repeat(64), [face(1)], 'm')).rejects.toMatchObject({ code: 'missing' });
    expect(await library.faces.all()).toEqual([]);
  });

  it('that were placed stay when the detected ones are replaced, and make no meme stale', async () => {
    const library = await open();
    const sticker = { name: 'Grin', type: 'image/webp', width: 9, height: 9, animated: false, indexed: 'a' };
    await library.stickers.place([{ sticker, bytes: picture(1), embedding: face(5).embedding, spread: 0.4 }]);
    expect(await library.faces.stale('b')).toEqual([]);
    const [placed] = await library.faces.all();
    await library.faces.replace(placed?.meme ?? '', [face(6)], 'b');
    expect(axes(await library.faces.ofMeme(placed?.meme ?? ''))).toEqual([5, 6]);
  });
});
