/** What goes into a pack comes out of it. */
import { describe, expect, it } from 'vitest';
import { type PackError, readPack, sourcesOf, writePack } from '../../../src/library/packs/index.ts';
import { freshName, meme, open } from '../library/support.ts';
import { collector, contents, exported, filled, MODEL, OPTIONS, picture } from './support.ts';

it('5,000 memes are the same after a pack brought them into an empty library, and nothing changes the second time', async () => {
  const [from, to] = [freshName(), freshName()];
  const pack = await exported(await filled(from, 5000));
  const library = await open(to);
  const { memes } = await readPack(pack);
  const { outcomes, waiting } = await library.packs.merge(memes, MODEL);
  expect(outcomes.added).toHaveLength(5000);
  expect(waiting).toEqual([]);
  const [was, is] = [await contents(from), await contents(to)];
  expect(was.faces.length).toBeGreaterThan(5000);
  expect(is.memes).toEqual(was.memes);
  expect(is.pictures).toEqual(was.pictures);
  expect(is.faces).toEqual(was.faces);

  const again = await library.packs.merge(memes, MODEL);
  expect(again.outcomes.same).toHaveLength(5000);
  expect(await contents(to)).toEqual(is);
}, 240_000);

describe('a pack', () => {
  it('holds the memes that were chosen, in that order, and no deleted one', async () => {
    const library = await filled(freshName(), 5);
    const ids = (await library.memes.list({ order: 'oldest' })).map(({ id }) => id);
    const [first, second, third] = ids as [string, string, string];
    await library.memes.remove([second]);
    const { sink, blob } = collector();
    const written = await writePack(sink, sourcesOf(library, [third, second, first]), OPTIONS);
    expect(written).toMatchObject({ memes: 2, leftOut: [], bytes: blob().size });
    const { memes } = await readPack(blob());
    expect(memes.map(({ record }) => record.id)).toEqual([third, first]);
  });

  it('tells nothing of when memes were added and how often used, unless that is asked for', async () => {
    const library = await filled(freshName(), 2);
    const [meme] = await library.memes.list();
    await library.memes.recordUse(meme?.id ?? '', 77);
    const quiet = await readPack(await exported(library, { ...OPTIONS, history: false }));
    for (const { record } of quiet.memes) expect(Object.keys(record)).not.toEqual(expect.arrayContaining(['added']));
    for (const { record } of quiet.memes) expect(record).not.toHaveProperty('used');
    const full = await readPack(await exported(library));
    expect(full.memes.map(({ record }) => record.used?.last)).toContain(77);
  });

  it('of the same memes is the same, byte for byte', async () => {
    const library = await filled(freshName(), 3);
    const [one, two] = [await exported(library), await exported(library)];
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await two.arrayBuffer()));
  });

  it('shows no control characters, and cuts what is too long, so that it can be read again', async () => {
    const library = await open();
    const name = `evil\u202egpj.exe\u0000${'x'.repeat(2000)}`;
    const fields = { name, tags: ['\u0007', 'a\nb'], type: 'image/png' };
    await library.memes.add({ meme: meme(fields), bytes: new Blob([picture(1)]), faces: [] });
    const { memes } = await readPack(await exported(library));
    expect(memes[0]?.record.name).toMatch(/^evil gpj\.exe x+$/);
    expect(memes[0]?.record.name).toHaveLength(1000);
    expect(memes[0]?.record.tags).toEqual(['a b']);
  });

  it('leaves out a meme whose picture nothing can show, and says so', async () => {
    const library = await filled(freshName(), 1);
    await library.memes.add({ meme: meme({ name: 'Text' }), bytes: new Blob(['no picture']), faces: [] });
    const { sink } = collector();
    const { memes, leftOut } = await writePack(sink, sourcesOf(library), OPTIONS);
    expect(memes).toBe(1);
    expect(leftOut).toEqual([{ name: 'Text', why: expect.stringContaining('cannot be shown') }]);
  });

  it('of nothing is not written', async () => {
    const { sink, state } = collector();
    const writing = writePack(sink, sourcesOf(await open()), OPTIONS);
    await expect(writing).rejects.toMatchObject({ code: 'empty' } satisfies Partial<PackError>);
    expect(state).toEqual({ aborted: true, closed: false });
  });

  it('that is cancelled leaves nothing', async () => {
    const library = await filled(freshName(), 5);
    const { sink, state } = collector();
    const cancel = new AbortController();
    const onProgress = (done: number) => done === 2 && cancel.abort();
    const writing = writePack(sink, sourcesOf(library), { ...OPTIONS, signal: cancel.signal, onProgress });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(state).toEqual({ aborted: true, closed: false });
  });
});
