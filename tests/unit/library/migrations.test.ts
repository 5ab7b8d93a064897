import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { type Migration, migrations, VERSION } from '../../../src/library/migrations.ts';
import { openDatabase } from '../../../src/library/open.ts';
import type { GurnSchema } from '../../../src/library/schema.ts';
import { face, freshName, meme, open, picture, stored } from './support.ts';

const nobody = () => undefined;

function shape(db: IDBPDatabase<GurnSchema>) {
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  return names.map((name) => {
    const { keyPath, autoIncrement, indexNames } = tx.objectStore(name);
    return { name, keyPath, autoIncrement, indexes: [...indexNames] };
  });
}

describe('the database', () => {
  it('has the stores of the schema', async () => {
    const db = await openDatabase(freshName(), nobody);
    expect(shape(db)).toEqual([
      { name: 'bytes', keyPath: null, autoIncrement: false, indexes: [] },
      { name: 'dismissed', keyPath: 'id', autoIncrement: false, indexes: [] },
      { name: 'faces', keyPath: 'key', autoIncrement: true, indexes: ['meme'] },
      { name: 'importItems', keyPath: 'key', autoIncrement: true, indexes: ['state'] },
      { name: 'imports', keyPath: 'id', autoIncrement: false, indexes: [] },
      { name: 'inbox', keyPath: 'id', autoIncrement: false, indexes: ['received'] },
      { name: 'layouts', keyPath: null, autoIncrement: false, indexes: [] },
      { name: 'memes', keyPath: 'id', autoIncrement: false, indexes: ['added', 'indexed'] },
      { name: 'picks', keyPath: 'key', autoIncrement: true, indexes: ['at', 'meme'] },
      { name: 'settings', keyPath: 'name', autoIncrement: false, indexes: [] },
      { name: 'thumbs', keyPath: null, autoIncrement: false, indexes: [] },
    ]);
    db.close();
  });

  it.each(migrations.map((_, version) => version))('of version %i becomes that of today', async (version) => {
    const today = await openDatabase(freshName(), nobody);
    const name = freshName();
    // Version 0 is no database: opening it as 0 is not allowed.
    if (version > 0) (await openDatabase(name, nobody, migrations.slice(0, version))).close();
    const migrated = await openDatabase(name, nobody);
    expect(migrated.version).toBe(VERSION);
    expect(shape(migrated)).toEqual(shape(today));
    today.close();
    migrated.close();
  });

  it('keeps its memes through a later migration, which may read and change them', async () => {
    const name = freshName();
    const library = await open(name);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    const shout: Migration = async (_db, tx) => {
      const memes = tx.objectStore('memes');
      for (const old of await memes.getAll()) await memes.put({ ...old, name: old.name.toUpperCase() });
    };
    const db = await openDatabase(name, nobody, [...migrations, shout]);
    expect((await db.get('memes', id))?.name).toBe('GRUMPY CAT');
    db.close();
    expect(await stored(name)).toMatchObject({ memes: [id], bytes: [id], faces: [id] });
  });

  it('stays as it was when a migration fails in the middle', async () => {
    const name = freshName();
    const library = await open(name);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)] });
    const destroy: Migration = async (_db, tx) => {
      await tx.objectStore('memes').clear();
      throw new Error('bug');
    };
    const upgrade = openDatabase(name, nobody, [...migrations, destroy]);
    await expect(upgrade).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(`version ${VERSION}`),
    });
    expect((await library.memes.get(id))?.name).toBe('Grumpy cat');
  });
});

describe('a library of version 1', () => {
  /** As Gurn 0.1 stored them. */
  const OLD_MEME = {
    id: 'a'.repeat(64),
    name: 'Grumpy cat',
    source: 'https://example.com/cat.webp',
    tags: ['cat'],
    type: 'image/webp',
    size: 9,
    width: 320,
    height: 240,
    animated: false,
    added: 1000,
    used: { count: 2, last: 3000 },
    indexed: 'model-1',
  };
  const OLD_FACE = { ...face(1), meme: OLD_MEME.id, model: 'model-1' };
  const WAITING = { id: 'waiting', blob: picture(2), name: 'dog', source: 'dog.png', received: 4000 };

  async function old(): Promise<string> {
    const name = freshName();
    const db = await openDatabase(name, nobody, migrations.slice(0, 1));
    const tx = (db as IDBPDatabase).transaction(['memes', 'bytes', 'faces', 'inbox', 'settings'], 'readwrite');
    await tx.objectStore('memes').add(OLD_MEME);
    await tx.objectStore('memes').add({ ...OLD_MEME, id: 'b'.repeat(64), added: 2000 });
    await tx.objectStore('bytes').add(picture(1), OLD_MEME.id);
    await tx.objectStore('faces').add(OLD_FACE);
    await tx.objectStore('inbox').add(WAITING);
    await tx.objectStore('settings').add({ name: 'top', value: 5 });
    await tx.done;
    db.close();
    return name;
  }

  it('keeps every record, and its memes and waiting pictures get the new fields', async () => {
    const library = await open(await old());
    const filled = { ...OLD_MEME, title: '', fingerprint: '' };
    expect(await library.memes.list()).toEqual([{ ...filled, id: 'b'.repeat(64), added: 2000 }, filled]);
    expect(await (await library.memes.bytes(OLD_MEME.id))?.text()).toBe('picture 1');
    expect(await library.faces.all()).toEqual([{ ...OLD_FACE, key: 1 }]);
    expect(await library.inbox.list()).toMatchObject([{ ...WAITING, blob: expect.any(Blob), title: '' }]);
    expect(await library.settings.get('top')).toBe(5);
    expect(await library.thumbs.missing()).toEqual([OLD_MEME.id, 'b'.repeat(64)]);
  });

  it('whose upgrade fails in the middle is opened whole the next time', async () => {
    const name = await old();
    const update = vi.spyOn(IDBCursor.prototype, 'update').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(open(name)).rejects.toMatchObject({ code: 'damaged' });
    update.mockRestore();
    expect(await (await open(name)).memes.list()).toHaveLength(2);
  });
});

describe('a library that another context takes away', () => {
  const addStore: Migration = () => undefined;

  it('is let go of for an upgrade, and says that it is too old from then on', async () => {
    const name = freshName();
    const library = await open(name);
    (await openDatabase(name, nobody, [...migrations, addStore])).close();
    await expect(library.memes.count()).rejects.toMatchObject({ code: 'newer-version' });
    await expect(open(name)).rejects.toMatchObject({ code: 'newer-version' });
  });

  it('is opened again when it is used again', async () => {
    const name = freshName();
    const library = await open(name);
    await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    await deleteDB(name);
    expect(await library.memes.count()).toBe(0);
    await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(await library.memes.count()).toBe(1);
  });

  it('is opened again when the connection turns out to be closed', async () => {
    const library = await open();
    await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    const closed = new DOMException('The database connection is closing.', 'InvalidStateError');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw closed;
    });
    expect(await library.memes.count()).toBe(1);
  });

  it('is reported as blocked while an old window holds on to it, and opens once that is closed', async () => {
    const name = freshName();
    (await openDatabase(name, nobody)).close();
    const holding = await openDB(name);
    const upgraded = [...migrations, addStore];
    await expect(openDatabase(name, nobody, upgraded, 20)).rejects.toMatchObject({ code: 'blocked' });
    holding.close();
    const db = await openDatabase(name, nobody, upgraded, 20);
    expect(db.version).toBe(VERSION + 1);
    // The opening that was given up must hold nothing: this would wait for it.
    db.close();
    await deleteDB(name);
  });
});

describe('a browser that refuses', () => {
  it.each([
    ['UnknownError', 'unavailable'],
    ['SecurityError', 'unavailable'],
    ['QuotaExceededError', 'full'],
  ])('to open with %s is reported as %s', async (refusal, code) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', refusal);
    });
    await expect(open()).rejects.toMatchObject({ name: 'LibraryError', code });
  });

  it('once, is asked again', async () => {
    const name = freshName();
    const library = await open(name);
    await deleteDB(name);
    const refused = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(library.memes.count()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await library.memes.count()).toBe(0);
    expect(refused).toHaveBeenCalledTimes(2);
  });
});
