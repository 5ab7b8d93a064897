import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { face, failWrite, freshName, meme, open, picture, stored } from './support.ts';

async function withMemes(name: string, count: number): Promise<{ library: Library; ids: string[] }> {
  const library = await open(name);
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(i), faces: [face(i)] });
    ids.push(id);
  }
  return { library, ids };
}

describe('a planned removal', () => {
  it('is carried out by a library opened later, with all that belongs to the meme', async () => {
    const name = freshName();
    const { library, ids } = await withMemes(name, 3);
    await library.removals.plan(ids.slice(0, 2));
    const later = await open(name);
    expect((await later.removals.finish()).sort()).toEqual(ids.slice(0, 2).sort());
    const { memes, bytes, faces } = await stored(name);
    expect({ memes, bytes, faces }).toEqual({ memes: [ids[2]], bytes: [ids[2]], faces: [ids[2]] });
    expect(await later.removals.finish()).toEqual([]);
  });

  it('changes nothing when it was taken back', async () => {
    const { library, ids } = await withMemes(freshName(), 2);
    await library.removals.plan(ids);
    expect(await library.removals.cancel(ids)).toEqual(ids);
    expect(await library.removals.finish()).toEqual([]);
    expect(await library.memes.count()).toBe(2);
  });

  it('that another context finished is not taken back, and that is told', async () => {
    const name = freshName();
    const { library, ids } = await withMemes(name, 2);
    const [first = '', second = ''] = ids;
    await library.removals.plan([first]);
    await (await open(name)).removals.finish();
    await library.removals.plan([second]);
    expect(await library.removals.cancel(ids)).toEqual([second]);
  });

  it('of two contexts at once loses neither', async () => {
    const name = freshName();
    const { library, ids } = await withMemes(name, 2);
    const other = await open(name);
    const [first = '', second = ''] = ids;
    await Promise.all([library.removals.plan([first]), other.removals.plan([second])]);
    expect((await library.settings.get('pendingRemovals')).toSorted()).toEqual(ids.toSorted());
  });

  it('finishes only what was asked for', async () => {
    const { library, ids } = await withMemes(freshName(), 2);
    await library.removals.plan(ids);
    await library.removals.finish(ids.slice(0, 1));
    expect(await library.settings.get('pendingRemovals')).toEqual(ids.slice(1));
    expect(await library.memes.count()).toBe(1);
  });

  it('whose deletion fails stays planned, with everything in place', async () => {
    const name = freshName();
    const { library, ids } = await withMemes(name, 1);
    await library.removals.plan(ids);
    const failure = failWrite(2, new DOMException('full', 'QuotaExceededError'));
    await expect(library.removals.finish()).rejects.toMatchObject({ code: 'full' });
    failure.restore();
    expect(await library.settings.get('pendingRemovals')).toEqual(ids);
    expect((await stored(name)).faces).toEqual(ids);
  });
});
