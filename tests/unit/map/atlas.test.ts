import { describe, expect, it } from 'vitest';
import { openAtlas } from '../../../src/pages/library/map/atlas.ts';
import { face, meme, open, picture } from '../library/support.ts';
import { expressions, wearing } from './support.ts';

const silent = (): void => undefined;

/** A library with a meme for each of these names. */
async function filled(worn: readonly number[]) {
  const library = await open();
  const ids: string[] = [];
  for (const [at, name] of worn.entries()) {
    const faces = [{ ...face(0), embedding: wearing(name, at) }];
    const added = await library.memes.add({ meme: meme({ indexed: 'test' }), bytes: picture(at), faces });
    ids.push(added.id);
  }
  return { library, ids };
}

describe('the atlas', () => {
  it('stores the layout and takes it from there the next time', async () => {
    const { library } = await filled([0, 1, 2, 0, 1, 2]);
    const first = (await openAtlas(library, expressions, false, silent)).chart();
    const stored = await library.layouts.get('test');
    expect(stored?.keys).toHaveLength(16);
    if (!stored) return;
    // Moved, so that it can be told from one that is laid out anew.
    await library.layouts.put('test', { ...stored, points: stored.points.map((value) => value + 100) });
    const second = (await openAtlas(library, expressions, false, silent)).chart();
    expect(second.points).toEqual(first.points.map((value) => value + 100));
    const again = (await openAtlas(library, expressions, true, silent)).chart();
    expect(again.points).toEqual(first.points);
  });

  it('tells the nearest faces, not the face itself', async () => {
    const { library, ids } = await filled([0, 1, 0, 1, 0]);
    const atlas = await openAtlas(library, expressions, false, silent);
    const { keys } = atlas.chart();
    const near = atlas.near(keys[0] ?? 0);
    expect(near.map(({ meme }) => ids.indexOf(meme))).toHaveLength(4);
    expect(
      near
        .slice(0, 2)
        .map(({ meme }) => ids.indexOf(meme))
        .sort(),
    ).toEqual([2, 4]);
    expect(near[0]?.distance).toBeLessThan(near[3]?.distance ?? 0);
    expect(atlas.near(987)).toEqual([]);
  });

  it('follows what comes and goes, and keeps what stays in its place', async () => {
    const { library, ids } = await filled([0, 1, 2, 3]);
    const atlas = await openAtlas(library, expressions, false, silent);
    const before = atlas.chart();
    const { id } = await library.memes.add({
      meme: meme({ indexed: 'test' }),
      bytes: picture('new'),
      faces: [{ ...face(0), embedding: wearing(3, 77) }],
    });
    const [gone = ''] = ids;
    await library.memes.remove([gone]);
    await atlas.update([id, gone]);
    const after = atlas.chart();
    expect(after.memes).toEqual([...ids.slice(1), id]);
    expect(after.points.slice(0, 6)).toEqual(before.points.slice(2));
    expect(after.worn[3]).toBe(3);
    expect((await library.layouts.get('test'))?.keys).toContain(after.keys[3]);
  });

  it('leaves out faces of another embedder, and knows an empty library', async () => {
    const { library } = await filled([0]);
    const atlas = await openAtlas(library, { ...expressions, model: 'other' }, false, silent);
    expect(atlas.chart().keys).toHaveLength(0);
    expect(atlas.chart().names).toHaveLength(20);
  });
});
