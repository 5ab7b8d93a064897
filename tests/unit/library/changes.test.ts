import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../src/library/index.ts';
import { face, freshName, meme, open, picture } from './support.ts';

const { name: _name, source: _source, ...searched } = meme();

describe('changes', () => {
  it('are announced once each, in order, here and in every other context', async () => {
    const name = freshName();
    const here = await open(name);
    const there = await open(name);
    const heard: Record<'here' | 'there', Change[]> = { here: [], there: [] };
    here.changes.subscribe((change) => heard.here.push(change));
    there.changes.subscribe((change) => heard.there.push(change));

    const { id } = await here.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    await here.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    await here.memes.update(id, { name: 'x' });
    await here.memes.recordUse(id, 1);
    await here.faces.replace(id, [], 'm');
    const waiting = await here.inbox.put({ blob: picture(2), name: '', source: '' });
    const second = (await here.inbox.promote(waiting, searched, [])).id;
    await here.memes.remove([id, second, 'not there']);
    await here.memes.remove(['not there']);

    const expected = [
      { type: 'added', ids: [id] },
      { type: 'updated', ids: [id] },
      { type: 'updated', ids: [id] },
      { type: 'faces', ids: [id] },
      { type: 'added', ids: [second] },
      { type: 'removed', ids: [id, second] },
    ];
    expect(heard.here).toEqual(expected);
    await vi.waitFor(() => expect(heard.there.length).toBeGreaterThanOrEqual(expected.length));
    expect(heard.there).toEqual(expected);
  });

  it('are announced when they can be read', async () => {
    const library = await open();
    const found = new Promise((resolve) => {
      library.changes.subscribe(({ ids }) => resolve(library.memes.get(ids[0] ?? '')));
    });
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(await found).toMatchObject({ id });
  });

  it('are not told to one who stopped listening', async () => {
    const library = await open();
    const listener = vi.fn();
    const stop = library.changes.subscribe(listener);
    stop();
    await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(listener).not.toHaveBeenCalled();
  });

  it('that make no sense are ignored', async () => {
    const name = freshName();
    const library = await open(name);
    const heard: Change[] = [];
    library.changes.subscribe((change) => heard.push(change));
    const stranger = new BroadcastChannel(`${name}.library`);
    for (const message of [null, 'added', { type: 'exploded', ids: [] }, { type: 'added', ids: [1] }]) {
      stranger.postMessage(message);
    }
    stranger.postMessage({ type: 'removed', ids: ['last'] });
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'removed', ids: ['last'] }]));
    stranger.close();
  });
});
