import { afterEach, describe, expect, it, vi } from 'vitest';
import { face, freshName, meme, open, picture, stored } from './support.ts';

const { name: _name, source: _source, ...searched } = meme();

afterEach(() => vi.useRealTimers());

describe('the inbox', () => {
  it('keeps a picture with where it came from until it is discarded', async () => {
    const library = await open();
    const id = await library.inbox.put({ blob: picture(1), name: 'cat', source: 'https://example.com/cat' });
    const item = await library.inbox.get(id);
    expect(item).toMatchObject({ id, name: 'cat', source: 'https://example.com/cat' });
    expect(await item?.blob.text()).toBe('picture 1');
    await library.inbox.discard(id);
    expect(await library.inbox.get(id)).toBeUndefined();
    expect(await library.memes.count()).toBe(0);
  });

  it('sweeps out what has waited too long, and lists the rest from the oldest', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const library = await open();
    const put = (seed: number) => library.inbox.put({ blob: picture(seed), name: '', source: '' });
    await put(1);
    vi.setSystemTime(1_060_000);
    const second = await put(2);
    vi.setSystemTime(1_061_000);
    const third = await put(3);
    expect(await library.inbox.sweep(30_000)).toBe(1);
    expect((await library.inbox.list()).map(({ id }) => id)).toEqual([second, third]);
  });

  it('moves a searched picture into the library', async () => {
    const name = freshName();
    const library = await open(name);
    const waiting = await library.inbox.put({ blob: picture(1), name: 'cat', source: 'https://example.com/cat' });
    const { id, outcome } = await library.inbox.promote(waiting, searched, [face(1), face(2)]);
    expect(outcome).toBe('added');
    expect(await stored(name)).toMatchObject({ memes: [id], bytes: [id], faces: [id, id], inbox: [] });
    expect(await library.memes.get(id)).toMatchObject({ name: 'cat', source: 'https://example.com/cat' });
  });

  it('lets go of a duplicate and leaves the library as it was', async () => {
    const name = freshName();
    const library = await open(name);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    const waiting = await library.inbox.put({ blob: picture(1), name: 'again', source: '' });
    expect(await library.inbox.promote(waiting, searched, [face(7)])).toEqual({ id, outcome: 'duplicate' });
    expect(await stored(name)).toMatchObject({ memes: [id], faces: [id], inbox: [] });
    expect((await library.memes.get(id))?.name).toBe('Grumpy cat');
  });

  it('moves a picture once, however often it is asked to', async () => {
    const name = freshName();
    const library = await open(name);
    const waiting = await library.inbox.put({ blob: picture(1), name: '', source: '' });
    const moves = [1, 2, 3].map(() => library.inbox.promote(waiting, searched, [face(1)]));
    const results = await Promise.allSettled(moves);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(library.inbox.promote(waiting, searched, [])).rejects.toMatchObject({ code: 'missing' });
    expect((await stored(name)).faces).toHaveLength(1);
  });
});
