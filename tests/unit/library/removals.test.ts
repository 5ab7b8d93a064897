import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { openDatabase } from '../../../src/library/open.ts';
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
  it('is taken back by adding the same picture again, which counts as added', async () => {
    const { library, ids } = await withMemes(freshName(), 2);
    await library.removals.plan(ids);
    const heard: unknown[] = [];
    library.changes.subscribe((change) => heard.push(change));
    const again = { meme: meme({ name: 'Other' }), bytes: picture(0), faces: [] };
    expect(await library.memes.add(again)).toEqual({ id: ids[0], outcome: 'added' });
    expect(heard).toEqual([{ type: 'added', ids: ids.slice(0, 1) }]);
    expect(await library.removals.finish()).toEqual(ids.slice(1));
    expect(await library.memes.list()).toMatchObject([{ id: ids[0], name: 'Grumpy cat' }]);
  });

  it('is taken back by a picture from the inbox too', async () => {
    const { library, ids } = await withMemes(freshName(), 1);
    await library.removals.plan(ids);
    const waiting = await library.inbox.put({ blob: picture(0), name: '', source: '' });
    const { name: _, source: __, ...searched } = meme();
    expect(await library.inbox.promote(waiting, searched, [])).toMatchObject({ outcome: 'added' });
    expect(await library.removals.finish()).toEqual([]);
  });

  it('of a sticker is not taken back by seeding', async () => {
    const library = await open();
    const sticker = { name: 'Grin', type: 'image/webp', width: 9, height: 9, animated: false, indexed: 'a' };
    const place = () =>
      library.stickers.place([{ sticker, bytes: picture(1), embedding: face(1).embedding, spread: 0 }]);
    await place();
    await library.removals.plan((await library.memes.list()).map(({ id }) => id));
    await place();
    expect(await library.removals.finish()).toHaveLength(1);
  });

  it('deletes what was picked of the meme, and no other pick', async () => {
    const name = freshName();
    const { library, ids } = await withMemes(name, 2);
    const db = await openDatabase(name, () => undefined);
    for (const id of [ids[0], ids[1], ids[0]]) {
      await db.add('picks', { meme: id ?? '', embedding: face(1).embedding, model: 'model-1', at: 1 });
    }
    db.close();
    await library.removals.plan(ids.slice(0, 1));
    await library.removals.finish();
    expect((await stored(name)).picks).toEqual(ids.slice(1));
  });

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
