import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { forgetLibrary, lookForLoss, type Notes } from '../../../src/ui/lost-library.ts';
import { freshName, meme, open, picture } from '../library/support.ts';

function createNotes(): Notes & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, value);
    },
    remove: async (key) => void kept.delete(key),
  };
}

describe('a library that the browser lost', () => {
  it('is told, with how many memes it held and when, until the person knows', async () => {
    const name = freshName();
    const notes = createNotes();
    const before = await open(name);
    expect(await lookForLoss(before, notes, 1000)).toBeUndefined();
    await before.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(await lookForLoss(before, notes, 2000)).toBeUndefined();
    before.close();
    await deleteDB(name);

    const after = await open(name);
    expect(await lookForLoss(after, notes, 3000)).toEqual({ memes: 1, at: 2000 });
    expect(await lookForLoss(after, notes, 4000)).toEqual({ memes: 1, at: 2000 });
    await forgetLibrary(notes);
    expect(await lookForLoss(after, notes, 5000)).toBeUndefined();
    expect(await lookForLoss(after, notes, 6000)).toBeUndefined();
  });

  it('is not seen where the same library is opened again, nor where nothing is noted yet, nor in a damaged note', async () => {
    const name = freshName();
    const notes = createNotes();
    const first = await open(name);
    expect(await lookForLoss(first, notes)).toBeUndefined();
    first.close();
    expect(await lookForLoss(await open(name), notes)).toBeUndefined();
    notes.kept.set('library', { identity: 7 });
    expect(await lookForLoss(await open(name), notes)).toBeUndefined();
  });
});

describe("a library's identity", () => {
  it('is one, also when two contexts ask for it first at the same time', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    const [first, second] = await Promise.all([one.identity(), two.identity()]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
    expect(await (await open(name)).identity()).toBe(first);
  });
});
