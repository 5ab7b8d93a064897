import { describe, expect, it, vi } from 'vitest';
import { createCollection } from '../../../../src/pages/library/memes/collection.ts';
import { createInsight, wornBy } from '../../../../src/pages/library/memes/insight.ts';
import { createThumbSource } from '../../../../src/pages/library/memes/thumb-source.ts';
import { createRemoval } from '../../../../src/pages/library/removal.ts';
import { type Expressions, nearestExpression, readExpressions } from '../../../../src/ui/expressions.ts';
import { face, meme, open, picture, unit } from '../../library/support.ts';

const add = async (library: Awaited<ReturnType<typeof open>>, seed: number, name = `Meme ${seed}`) =>
  (await library.memes.add({ meme: meme({ name }), bytes: picture(seed), faces: [face(seed)] })).id;

describe('the collection', () => {
  it('holds every meme, and follows what is added, renamed and removed', async () => {
    const library = await open();
    const first = await add(library, 1);
    const collection = createCollection(library);
    expect(collection.state.value).toBe('loading');
    await collection.load();
    expect(collection.state.value).toBe('ready');
    const second = await add(library, 2);
    await library.memes.update(first, { name: 'Renamed' });
    const names = () => collection.all.value.map(({ name }) => name).sort();
    await vi.waitFor(() => expect(names()).toEqual(['Meme 2', 'Renamed']));
    await library.memes.remove([second]);
    await vi.waitFor(() => expect(names()).toEqual(['Renamed']));
    expect(collection.count.value).toBe(1);
  });

  it('says why it cannot be read, and reads it when asked again', async () => {
    const library = await open();
    await add(library, 1);
    vi.spyOn(console, 'error').mockReturnValue();
    const list = vi.spyOn(library.memes, 'list').mockRejectedValueOnce(new Error('The disk is gone.'));
    const collection = createCollection(library);
    await collection.load();
    expect([collection.state.value, collection.trouble.value]).toEqual(['failed', 'The disk is gone.']);
    list.mockRestore();
    await collection.load();
    expect(collection.state.value).toBe('ready');
    expect(collection.all.value).toHaveLength(1);
  });

  it('reads a burst of changes together', async () => {
    const library = await open();
    const collection = createCollection(library);
    await collection.load();
    const read = vi.spyOn(library.memes, 'getMany');
    for (let seed = 0; seed < 30; seed += 1) await add(library, seed);
    await vi.waitFor(() => expect(collection.count.value).toBe(30));
    expect(read.mock.calls.length).toBeLessThan(10);
  });
});

const EXPRESSIONS: Expressions = {
  model: 'model-1',
  names: ['smirk', 'grin'],
  means: Float32Array.from([...unit(0), ...unit(1)]),
  dimensions: 64,
};

describe('the expressions of memes', () => {
  it('are those nearest to their faces, each once; faces of another embedder have none', () => {
    expect(nearestExpression(EXPRESSIONS, unit(1))).toBe(1);
    const faces = [unit(1), unit(1), unit(0)].map((embedding) => ({ embedding, model: 'model-1' }));
    expect(wornBy(EXPRESSIONS, faces)).toEqual([1, 0]);
    expect(wornBy(EXPRESSIONS, [{ embedding: unit(0), model: 'model-0' }])).toEqual([]);
  });

  it('are found out when asked for, once, and follow the library', async () => {
    const library = await open();
    const first = await add(library, 1);
    const survey = vi.fn(async () => new Map([[first, [1]]]));
    const insight = createInsight({ library, expressions: async () => EXPRESSIONS, survey });
    expect(insight.worn.value).toBeUndefined();
    await Promise.all([insight.ask(), insight.ask()]);
    expect(survey).toHaveBeenCalledTimes(1);
    const second = await add(library, 0);
    await vi.waitFor(() => expect(insight.worn.value?.get(second)).toEqual([0]));
    expect([...insight.counts.value]).toEqual([
      [1, 1],
      [0, 1],
    ]);
    await library.memes.remove([first]);
    await vi.waitFor(() => expect(insight.worn.value?.has(first)).toBe(false));
  });

  it('that cannot be found out are said to, and asked for again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const library = await open();
    const survey = vi.fn(async () => new Map()).mockRejectedValueOnce(new Error('No worker.'));
    const insight = createInsight({ library, expressions: async () => EXPRESSIONS, survey });
    await insight.ask();
    expect(insight.trouble.value).toBe('No worker.');
    await insight.ask();
    expect(insight.worn.value?.size).toBe(0);
  });

  it('are read from the file of prototypes, and a damaged one is an error', async () => {
    const file = { model: 'm', temperature: 1, prototypes: [{ name: 'grin', words: [], mean: [0.5, 0.25], count: 3 }] };
    const read = await readExpressions(async () => new Response(JSON.stringify(file)));
    expect(read).toEqual({ model: 'm', names: ['grin'], means: Float32Array.from([0.5, 0.25]), dimensions: 2 });
    await expect(readExpressions(async () => new Response('{}'))).rejects.toThrow();
    await expect(readExpressions(async () => new Response('', { status: 404 }))).rejects.toThrow('404');
  });
});

describe('a thumbnail for the grid', () => {
  const drawn = new Blob(['drawn'], { type: 'image/webp' });
  const textOf = async (blob: Promise<Blob | undefined>) => (await blob)?.text();

  it('is the stored one, else it is drawn once and kept', async () => {
    const library = await open();
    const id = await add(library, 1);
    const draw = vi.fn(async () => drawn);
    const source = createThumbSource({ library, draw });
    expect(await textOf(source.bytes(id))).toBe('drawn');
    expect(await textOf(source.bytes(id))).toBe('drawn');
    expect(draw).toHaveBeenCalledTimes(1);
    expect(await source.bytes('0'.repeat(64))).toBeUndefined();
  });

  it('is the picture itself when that is small and still, and when it cannot be drawn', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const library = await open();
    const small = { width: 200, height: 100 };
    const { id } = await library.memes.add({ meme: meme(small), bytes: picture(1), faces: [] });
    const draw = vi.fn(() => Promise.reject(new DOMException('no', 'InvalidStateError')));
    const source = createThumbSource({ library, draw });
    expect(await textOf(source.bytes(id))).toBe('picture 1');
    expect(draw).not.toHaveBeenCalled();
    expect(await textOf(source.bytes(await add(library, 2)))).toBe('picture 2');
    expect(draw).toHaveBeenCalledTimes(1);
  });
});

describe('a deletion of many', () => {
  it('hides all of them, and brings all back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const removals = {
      plan: vi.fn(async () => undefined),
      cancel: vi.fn(async (ids: string[]) => ids),
      finish: vi.fn(),
    };
    const removal = createRemoval({ removals, changes: { subscribe: () => () => undefined } } as never);
    const memes = [1, 2, 3].map((seed) => ({ id: `${seed}`, name: `Meme ${seed}` })) as never;
    await removal.remove(memes);
    expect([...removal.hidden.value]).toEqual(['1', '2', '3']);
    expect(removals.plan).toHaveBeenCalledWith(['1', '2', '3']);
    await removal.undo();
    expect(removal.hidden.value.size).toBe(0);
    vi.useRealTimers();
  });

  it('is over for a picture that is added again: it is shown at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const library = await open();
    const id = await add(library, 1);
    const removal = createRemoval(library);
    await removal.remove(await library.memes.all());
    expect(removal.hidden.value.has(id)).toBe(true);
    await add(library, 1);
    expect(removal.hidden.value.size).toBe(0);
    expect(removal.waiting.value).toEqual([]);
    vi.useRealTimers();
  });
});
