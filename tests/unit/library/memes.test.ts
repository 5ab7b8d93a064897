import { describe, expect, it } from 'vitest';
import type { Meme } from '../../../src/library/index.ts';
import { face, freshName, meme, open, picture, stored } from './support.ts';

/** From `printf 'picture 1' | sha256sum`. */
const PICTURE_1 = '2dabd364013897cccceb7b1526cffb689610f8202cff6b4a8c387525982ad437';

describe('adding a meme', () => {
  it('stores its bytes, fields and faces under the digest of the bytes', async () => {
    const library = await open();
    const before = Date.now();
    const added = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(3), face(4)] });

    expect(added).toEqual({ id: PICTURE_1, outcome: 'added' });
    const found = await library.memes.get(PICTURE_1);
    expect(found).toMatchObject({ name: 'Grumpy cat', tags: ['cat'], size: 9, used: { count: 0, last: 0 } });
    expect(found?.added).toBeGreaterThanOrEqual(before);
    const bytes = await library.memes.bytes(PICTURE_1);
    expect(await bytes?.text()).toBe('picture 1');
    expect(bytes?.type).toBe('image/webp');
    const faces = await library.faces.ofMeme(PICTURE_1);
    expect(faces.map(({ embedding, model }) => [embedding.indexOf(1), model])).toEqual([
      [3, 'model-1'],
      [4, 'model-1'],
    ]);
  });

  it('changes nothing the second time', async () => {
    const name = freshName();
    const library = await open(name);
    await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    const before = await stored(name);
    const again = { meme: meme({ name: 'Other' }), bytes: picture(1), faces: [face(2), face(3)] };

    expect(await library.memes.add(again)).toEqual({ id: PICTURE_1, outcome: 'duplicate' });
    expect(await stored(name)).toEqual(before);
    expect((await library.memes.get(PICTURE_1))?.name).toBe('Grumpy cat');
  });

  it('keeps one copy of a picture that is added many times at once', async () => {
    const name = freshName();
    const library = await open(name);
    const other = await open(name);
    const one = () => ({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    const outcomes = await Promise.all([library, other, library, other].map(({ memes }) => memes.add(one())));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['added', 'duplicate', 'duplicate', 'duplicate']);
    expect(await stored(name)).toMatchObject({ memes: [PICTURE_1], bytes: [PICTURE_1], faces: [PICTURE_1] });
  });

  it.each([
    ['NaN', new Float32Array(64).fill(Number.NaN)],
    ['infinity', new Float32Array(64).fill(Number.POSITIVE_INFINITY)],
    ['63 numbers', new Float32Array(63)],
    ['128 numbers', new Float32Array(128)],
  ])('refuses an embedding of %s and stores nothing', async (_what, embedding) => {
    const name = freshName();
    const library = await open(name);
    const adding = library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1), { ...face(2), embedding }] });
    await expect(adding).rejects.toMatchObject({ name: 'LibraryError', code: 'invalid' });
    expect(await stored(name)).toMatchObject({ memes: [], bytes: [], faces: [] });
  });

  it('stores the 64 numbers of an embedding, not the batch that they are a view of', async () => {
    const library = await open();
    const batch = new Float32Array(64 * 100).fill(0.125);
    const embedding = batch.subarray(64, 128);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [{ ...face(0), embedding }] });
    const [found] = await library.faces.ofMeme(id);
    expect(found?.embedding.buffer.byteLength).toBe(256);
  });
});

describe('a meme that is there', () => {
  it('is deleted with its bytes and faces, and leaves the others alone', async () => {
    const name = freshName();
    const library = await open(name);
    const ids: string[] = [];
    for (const seed of [1, 2, 3]) {
      const faces = [face(seed), face(seed + 1)];
      ids.push((await library.memes.add({ meme: meme(), bytes: picture(seed), faces })).id);
    }
    const [first = '', second = '', third = ''] = ids;
    expect(await library.memes.remove([first, third, first, 'not there'])).toEqual([first, third]);
    const left = { memes: [second], bytes: [second], faces: [second, second], dismissed: [] };
    expect(await stored(name)).toMatchObject(left);
    expect(await library.memes.count()).toBe(1);
  });

  it('takes a new name and new tags, each alone or both', async () => {
    const library = await open();
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    await library.memes.update(id, { name: 'Tard' });
    expect(await library.memes.get(id)).toMatchObject({ name: 'Tard', tags: ['cat'] });
    await library.memes.update(id, { tags: ['no', 'nope'] });
    expect(await library.memes.get(id)).toMatchObject({ name: 'Tard', tags: ['no', 'nope'] });
  });

  it('gets tags and loses others together with others; what has not changed is not announced', async () => {
    const library = await open();
    const ids: string[] = [];
    for (const [seed, tags] of [['cat'], ['cat', 'no'], ['dog']].entries()) {
      ids.push((await library.memes.add({ meme: meme({ tags }), bytes: picture(seed), faces: [] })).id);
    }
    const heard: unknown[] = [];
    library.changes.subscribe((change) => heard.push(change));
    await library.memes.retag([...ids, 'not there'], { add: ['no', 'nope'], remove: ['cat'] });
    expect(heard).toEqual([{ type: 'updated', ids }]);
    const tags = () => library.memes.getMany(ids).then((memes) => memes.map((one) => one.tags));
    expect(await tags()).toEqual([
      ['no', 'nope'],
      ['no', 'nope'],
      ['dog', 'no', 'nope'],
    ]);
    expect(await library.memes.retag(ids, { add: ['no'] })).toEqual([]);
    expect(heard).toHaveLength(1);
  });

  it('is not there to stay while its removal is planned', async () => {
    const library = await open();
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(await library.memes.has(id)).toBe(true);
    await library.removals.plan([id]);
    expect(await library.memes.has(id)).toBe(false);
    expect(await library.memes.has('0'.repeat(64))).toBe(false);
  });

  it('counts its uses, and the latest stays the latest', async () => {
    const library = await open();
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    await Promise.all([2000, 3000, 1000].map((at) => library.memes.recordUse(id, at)));
    expect((await library.memes.get(id))?.used).toEqual({ count: 3, last: 3000 });
  });
});

describe('a meme that is not there', () => {
  it('cannot be renamed; its use is nothing to fail of', async () => {
    const library = await open();
    await expect(library.memes.update('0'.repeat(64), { name: 'x' })).rejects.toMatchObject({ code: 'missing' });
    await library.memes.recordUse('0'.repeat(64), 1);
    expect(await library.memes.get('0'.repeat(64))).toBeUndefined();
    expect(await library.memes.bytes('0'.repeat(64))).toBeUndefined();
    expect(await library.memes.count()).toBe(0);
  });
});

describe('listing 5,000 memes', () => {
  it('pages through all of them once, in either order, also those of the same millisecond', async () => {
    const library = await open();
    const ids: string[] = [];
    for (let seed = 0; seed < 5000; seed++) {
      ids.push((await library.memes.add({ meme: meme(), bytes: picture(seed), faces: [face(seed)] })).id);
    }
    expect(await library.memes.count()).toBe(5000);

    for (const order of ['newest', 'oldest'] as const) {
      const seen: Meme[] = [];
      for (;;) {
        const after = seen.at(-1);
        const page = await library.memes.list(after ? { order, limit: 499, after } : { order, limit: 499 });
        if (page.length === 0) break;
        seen.push(...page);
      }
      expect(seen.map(({ id }) => id).sort()).toEqual([...ids].sort());
      const times = seen.map(({ added }) => added);
      expect(times).toEqual([...times].sort((a, b) => (order === 'newest' ? b - a : a - b)));
    }
    expect((await library.memes.all()).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(await library.faces.all('model-1')).toHaveLength(5000);
  }, 120_000);
});
