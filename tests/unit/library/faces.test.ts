import { describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
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

describe('a taught face', () => {
  const taught = (axis: number, model = 'm') => ({ embedding: face(axis).embedding, spread: 0.2, model });
  const added = async (library: Library, faces = [face(1)]) =>
    (await library.memes.add({ meme: meme({ indexed: 'm' }), bytes: picture(1), faces })).id;

  it('stands beside the detected ones with its own model, and is announced', async () => {
    const library = await open();
    const id = await added(library);
    const announced = vi.fn();
    library.changes.subscribe(announced);
    await library.faces.teach(id, taught(7, 'newer'));
    const faces = await library.faces.ofMeme(id);
    expect(axes(faces)).toEqual([1, 7]);
    expect(faces[1]).toMatchObject({ origin: 'taught', meme: id, model: 'newer', box: null, spread: 0.2 });
    await vi.waitFor(() => expect(announced).toHaveBeenCalledExactlyOnceWith({ type: 'faces', ids: [id] }));
  });

  it('takes the place of what was taught before', async () => {
    const library = await open();
    const id = await added(library, []);
    await library.faces.teach(id, taught(7, 'old'));
    await library.faces.teach(id, taught(8));
    expect(axes(await library.faces.ofMeme(id))).toEqual([8]);
  });

  it('stays when the picture is searched again, and is no longer read for the newer model', async () => {
    const library = await open();
    const id = await added(library);
    await library.faces.teach(id, taught(7, 'm'));
    await library.faces.replace(id, [face(2)], 'newer');
    expect(axes(await library.faces.ofMeme(id)).sort()).toEqual([2, 7]);
    expect(axes(await library.faces.all('newer'))).toEqual([2]);
  });

  it('stays when a starter sticker that learned it is seeded anew', async () => {
    const library = await open();
    const place = (axis: number, indexed: string) =>
      library.stickers.place([
        {
          sticker: { name: 'Grin', type: 'image/webp', width: 9, height: 9, animated: false, indexed },
          bytes: picture(1),
          embedding: face(axis).embedding,
          spread: 0.4,
        },
      ]);
    await place(5, 'a');
    const [placed] = await library.faces.all();
    const id = placed?.meme ?? '';
    await library.faces.teach(id, taught(7));
    await place(6, 'b');
    expect(axes(await library.faces.ofMeme(id)).sort()).toEqual([6, 7]);
  });

  it('goes with its meme', async () => {
    const library = await open();
    const id = await added(library);
    await library.faces.teach(id, taught(7));
    await library.memes.remove([id]);
    expect(await library.faces.all()).toEqual([]);
  });

  it('cannot be given to a meme that is gone, nor hold fewer than 64 numbers', async () => {
    const library = await open();
    await expect(library.faces.teach('0'.repeat(64), taught(1))).rejects.toMatchObject({ code: 'missing' });
    const id = await added(library, []);
    const short = { ...taught(1), embedding: new Float32Array(63) };
    await expect(library.faces.teach(id, short)).rejects.toMatchObject({ code: 'invalid' });
    expect(await library.faces.all()).toEqual([]);
  });
});

describe('a drawn face', () => {
  const box = [10, 20, 30, 40] as const;
  const drawn = (axis: number, model = 'm') => ({ box, embedding: face(axis).embedding, model });
  const added = async (library: Library) =>
    (await library.memes.add({ meme: meme({ indexed: 'm' }), bytes: picture(1), faces: [face(1)] })).id;

  it('stands beside the others with its box, and there may be many', async () => {
    const library = await open();
    const id = await added(library);
    await library.faces.draw(id, drawn(4));
    await library.faces.draw(id, drawn(5));
    const faces = await library.faces.ofMeme(id);
    expect(axes(faces)).toEqual([1, 4, 5]);
    expect(faces[1]).toMatchObject({ origin: 'drawn', box, frame: 0, spread: 0, model: 'm' });
  });

  it('gives way to itself embedded anew, and stays when it could not be', async () => {
    const library = await open();
    const id = await added(library);
    await library.faces.draw(id, drawn(4));
    await library.faces.replace(id, [face(2)], 'n');
    expect(axes(await library.faces.ofMeme(id)).sort()).toEqual([2, 4]);
    await library.faces.replace(id, [face(2), { ...face(6), origin: 'drawn', box }], 'n');
    expect(axes(await library.faces.ofMeme(id)).sort()).toEqual([2, 6]);
  });

  it('cannot be given to a meme that is gone', async () => {
    const library = await open();
    await expect(library.faces.draw('0'.repeat(64), drawn(1))).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('what a person gave', () => {
  const given = { embedding: face(7).embedding, spread: 0.2, model: 'm' };
  async function taughtMeme() {
    const library = await open();
    const { id } = await library.memes.add({ meme: meme({ indexed: 'm' }), bytes: picture(1), faces: [face(1)] });
    await library.faces.teach(id, given);
    const taught = (await library.faces.ofMeme(id)).find(({ origin }) => origin === 'taught');
    return { library, id, key: taught?.key ?? -1 };
  }

  it('can be taken away and given back, both announced', async () => {
    const { library, id, key } = await taughtMeme();
    const announced = vi.fn();
    library.changes.subscribe(announced);
    const gone = await library.faces.forget(key);
    expect(axes(await library.faces.ofMeme(id))).toEqual([1]);
    expect(await library.faces.forget(key)).toBeUndefined();
    if (gone) await library.faces.restore(gone);
    expect(await library.faces.ofMeme(id)).toContainEqual(gone);
    await vi.waitFor(() => expect(announced.mock.calls).toEqual(Array(2).fill([{ type: 'faces', ids: [id] }])));
  });

  it('does not come back over what was taught meanwhile, nor to a meme that is gone', async () => {
    const { library, id, key } = await taughtMeme();
    const gone = await library.faces.forget(key);
    await library.faces.teach(id, { ...given, embedding: face(9).embedding });
    if (!gone) throw new Error('nothing was forgotten');
    await library.faces.restore(gone);
    expect(axes(await library.faces.ofMeme(id))).toEqual([1, 9]);
    await library.memes.remove([id]);
    await expect(library.faces.restore(gone)).rejects.toMatchObject({ code: 'missing' });
  });

  it('is all that can be taken away: a face that was found stays', async () => {
    const { library, id } = await taughtMeme();
    const [found] = await library.faces.ofMeme(id);
    expect(await library.faces.forget(found?.key ?? -1)).toBeUndefined();
    expect(axes(await library.faces.ofMeme(id))).toEqual([1, 7]);
  });
});
