/** That the library lasts: room for it, what can be read of a damaged one, and a start afresh. */
import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import type { Engine } from '../../../src/engine/index.ts';
import { migrations, VERSION } from '../../../src/library/migrations.ts';
import { openDatabase } from '../../../src/library/open.ts';
import { readPack } from '../../../src/library/packs/index.ts';
import { eraseLibrary, openRescue } from '../../../src/library/rescue.ts';
import { STORES } from '../../../src/library/schema.ts';
import { askToKeep, roomOf, type Storage } from '../../../src/library/storage.ts';
import { embedAgain } from '../../../src/offscreen/index-job.ts';
import { followLookingAgain } from '../../../src/pages/library/looking-again.ts';
import { filled, packOf } from '../packs/support.ts';
import { face, freshName, meme, open, picture, stored } from './support.ts';

function storage({ usage = 0, quota = 0, persisted = false, grants = false, asked = [] as string[] }): Storage {
  return {
    estimate: async () => ({ usage, quota }),
    persisted: async () => persisted,
    persist: async () => {
      asked.push('asked');
      return grants;
    },
  };
}

describe('the room that is left', () => {
  const GB = 1e9;
  it.each([
    ['plenty', { usage: 1 * GB, quota: 70 * GB }, { used: 1 * GB, left: 69 * GB, low: false }],
    ['less than 500 MB', { usage: 1 * GB, quota: 1.4 * GB }, { used: 1 * GB, left: 0.4 * GB, low: true }],
    ['less than a tenth', { usage: 19 * GB, quota: 20 * GB }, { used: 19 * GB, left: 1 * GB, low: true }],
    ['more taken than there is', { usage: 3 * GB, quota: 2 * GB }, { used: 3 * GB, left: 0, low: true }],
  ])('is told: %s', async (_, estimate, room) => {
    const told = await roomOf(storage(estimate), false);
    expect(told).toMatchObject({ ...room, left: expect.closeTo(room.left, -3) });
  });

  it('is not made up where the browser does not tell', async () => {
    const silent: Storage = { ...storage({}), estimate: async () => ({}) };
    expect(await roomOf(silent, true)).toBeUndefined();
  });

  it.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
  ])('is kept when promised (%s) or unlimited (%s): %s', async (persisted, unlimited, kept) => {
    expect(await roomOf(storage({ quota: 1, persisted }), unlimited)).toMatchObject({ kept });
  });

  it('is asked for once, and a refusal is told', async () => {
    const asked: string[] = [];
    expect(await askToKeep(storage({ persisted: true, asked }))).toBe(true);
    expect(asked).toEqual([]);
    expect(await askToKeep(storage({ grants: true, asked }))).toBe(true);
    expect(await askToKeep(storage({ grants: false, asked }))).toBe(false);
    expect(asked).toHaveLength(2);
  });
});

/** The database as anything may have left it; the library must be closed. */
async function damage(name: string, change: (db: IDBPDatabase) => unknown, version?: number): Promise<void> {
  const db = await openDB(name, version, { upgrade: (db) => void (version && change(db)) });
  if (!version) await change(db);
  db.close();
}

async function library(name: string, memes = 7): Promise<string[]> {
  const opened = await filled(name, memes);
  const ids = (await opened.memes.all()).map(({ id }) => id);
  opened.close();
  return ids;
}

async function rescue(name: string) {
  const rescued = await openRescue(name);
  const found = await rescued.look();
  const pack = found.whole.length > 0 ? await readPack(await packOf(rescued.sources(found.whole))) : undefined;
  const loose: string[] = [];
  for await (const { id } of rescued.pictures(found.loose)) loose.push(id);
  rescued.close();
  return { found, pack, loose, version: rescued.version };
}

describe('a library that cannot be opened', () => {
  it('since a newer Gurn made it, is saved whole into a pack that can be read, and stays as it was', async () => {
    const name = freshName();
    const ids = await library(name);
    await damage(name, (db) => db.createObjectStore('of-tomorrow'), VERSION + 3);
    await expect(open(name)).rejects.toMatchObject({ code: 'newer-version' });
    const before = await stored(name);
    const { found, pack, version } = await rescue(name);
    expect(found).toEqual({ whole: ids, loose: [], lost: 0, lostFaces: 0 });
    expect(pack?.memes.map(({ record }) => record.id).sort()).toEqual([...ids].sort());
    expect(pack?.memes.flatMap(({ faces }) => faces)).toHaveLength(before.faces.length);
    expect(version).toBe(VERSION + 3);
    expect(await stored(name)).toEqual(before);
  });

  it.each(STORES)('since its store %s is gone, says that it is damaged, not a picture', async (store) => {
    const name = freshName();
    const partial = await openDB(name, VERSION, {
      upgrade: (db) => STORES.filter((one) => one !== store).forEach((one) => void db.createObjectStore(one)),
    });
    partial.close();
    const opening = open(name);
    await expect(opening).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(store) });
  });

  it('since its faces are gone, still gives names, tags and pictures', async () => {
    const name = freshName();
    const ids = await library(name);
    await damage(name, (db) => db.deleteObjectStore('faces'), VERSION + 1);
    const { found, pack } = await rescue(name);
    expect(found.whole).toEqual(ids);
    expect(pack?.memes[0]?.record).toMatchObject({ name: expect.stringMatching(/^Meme \d/), tags: expect.any(Array) });
  });

  it('since its names are gone, still gives the pictures', async () => {
    const name = freshName();
    const ids = await library(name);
    await damage(name, (db) => db.deleteObjectStore('memes'), VERSION + 1);
    expect(await rescue(name)).toMatchObject({ found: { whole: [], lost: 0 }, pack: undefined, loose: ids });
  });

  it('since it is from the first Gurn and cannot be brought up to date, is saved as it is', async () => {
    const name = freshName();
    const source = await filled(freshName(), 1);
    const [first] = await source.memes.all();
    const bytes = await source.memes.bytes(first?.id ?? '');
    const { title: _, fingerprint: __, ...old } = first ?? {};
    const db = (await openDatabase(name, () => undefined, migrations.slice(0, 1))) as unknown as IDBPDatabase;
    await db.put('memes', old);
    await db.put('bytes', bytes, first?.id);
    db.close();
    vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(open(name)).rejects.toMatchObject({ code: 'damaged' });
    const { found, pack, version } = await rescue(name);
    expect({ whole: found.whole, version }).toEqual({ whole: [first?.id], version: 1 });
    expect(pack?.memes[0]?.record.name).toBe(first?.name);
  });

  it('loses no other record to one that cannot be read, and counts those', async () => {
    const name = freshName();
    const [noPicture = '', noRecord = '', unreadable = '', cut = '', ...sound] = await library(name, 9);
    await damage(name, async (db) => {
      await db.delete('bytes', noPicture);
      await db.put('memes', { id: noRecord, nothing: 'else' });
      await db.put('bytes', new Blob(['half']), cut);
      await db.add('faces', { meme: sound[0], embedding: 'no numbers' });
    });
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === unreadable) throw new DOMException('Internal error', 'UnknownError');
      return get.call(this, key);
    });
    const { found, pack, loose } = await rescue(name);
    expect(new Set(found.whole)).toEqual(new Set(sound));
    // A picture that is not what its id says is given as it is: half of one may be better than none.
    expect(new Set(loose)).toEqual(new Set([noRecord, cut]));
    expect(found).toMatchObject({ lost: 2, lostFaces: 1 });
    expect(pack?.memes).toHaveLength(sound.length);
  });

  it('is not made by looking for it', async () => {
    const name = freshName();
    await expect(openRescue(name)).rejects.toMatchObject({ name: 'LibraryError', code: 'missing' });
    expect((await indexedDB.databases()).map((db) => db.name)).not.toContain(name);
  });

  it('and that is taken away in the middle, is not said to be lost', async () => {
    const name = freshName();
    await library(name, 2);
    const rescued = await openRescue(name);
    await damage(name, () => undefined, VERSION + 1);
    await expect(rescued.look()).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('a meme whose picture is lost', () => {
  it('is whole again when the picture is added again, with its name and faces', async () => {
    const name = freshName();
    const holding = await open(name);
    const add = (named: string) =>
      holding.memes.add({ meme: meme({ name: named }), bytes: picture(1), faces: [face(1)] });
    const { id } = await add('First');
    await damage(name, (db) => db.delete('bytes', id));
    expect(await holding.memes.bytes(id)).toBeUndefined();
    expect(await holding.memes.get(id)).toMatchObject({ name: 'First' });
    expect(await add('Second')).toEqual({ id, outcome: 'duplicate' });
    expect(await (await holding.memes.bytes(id))?.text()).toBe('picture 1');
    expect(await holding.memes.get(id)).toMatchObject({ name: 'First' });
    expect(await holding.faces.ofMeme(id)).toHaveLength(1);
  });

  it('is deleted like any other', async () => {
    const name = freshName();
    const holding = await open(name);
    const { id } = await holding.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    await damage(name, (db) => db.delete('bytes', id));
    await holding.memes.remove([id]);
    expect(await stored(name)).toMatchObject({ memes: [], bytes: [], faces: [] });
  });
});

describe('pictures that another embedder searched', () => {
  it('are searched again one by one, past one that is lost and one that cannot be read, and it is told how far', async () => {
    const name = freshName();
    const holding = await open(name);
    const ids: string[] = [];
    for (const seed of [1, 2, 3, 4]) {
      const added = await holding.memes.add({ meme: meme(), bytes: picture(seed), faces: [face(seed)] });
      ids.push(added.id);
    }
    const [lost = '', unreadable = ''] = [...ids].sort();
    await damage(name, (db) => db.delete('bytes', lost));
    const ready: number[] = [];
    const told: string[] = [];
    const stop = await followLookingAgain(holding, 'model-2', ({ done, of }) => told.push(`${done} of ${of}`));
    const engine = {
      model: 'model-2',
      async index() {
        const all = await holding.faces.all('model-2');
        ready.push(all.length);
        return {
          faces: [{ frame: 0, box: { x: 1, y: 2, width: 3, height: 4 }, score: 0.9, embedding: face(9).embedding }],
        };
      },
    };
    const bytesOf = holding.memes.bytes;
    vi.spyOn(holding.memes, 'bytes').mockImplementation(async (id) => {
      if (id === unreadable) throw new DOMException('gone', 'NotReadableError');
      return bytesOf(id);
    });
    await embedAgain(holding, { engine: engine as unknown as Engine });
    // What is ready can be matched while the others wait.
    expect(ready).toEqual([0, 1]);
    expect((await holding.faces.stale('model-2')).sort()).toEqual([lost, unreadable]);
    await vi.waitFor(() => expect(told.at(-1)).toBe('2 of 4'));
    expect(told[0]).toBe('0 of 4');
    stop();
  });
});

describe('a start afresh', () => {
  it('deletes everything, also of a newer Gurn, and tells every context which memes are gone', async () => {
    const name = freshName();
    const ids = await library(name, 3);
    const holding = await open(name);
    const gone = new Promise<readonly string[]>((resolve) => {
      holding.changes.subscribe(({ type, ids }) => type === 'removed' && resolve(ids));
    });
    const blocked = vi.fn();
    await eraseLibrary(blocked, name);
    expect(await gone).toEqual(ids);
    expect(blocked).not.toHaveBeenCalled();
    expect(await holding.memes.count()).toBe(0);
    await holding.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    expect(await holding.memes.count()).toBe(1);
  });

  it('waits for a window that does not let go, says so, and goes on when that is closed', async () => {
    const name = freshName();
    await library(name, 1);
    const stubborn = await openDB(name);
    const blocked = new Promise<void>((resolve) => {
      void eraseLibrary(resolve, name).then(() => {
        erased = true;
      });
    });
    let erased = false;
    await blocked;
    expect(erased).toBe(false);
    stubborn.close();
    expect(await (await open(name)).memes.count()).toBe(0);
    expect(erased).toBe(true);
  });
});
