/** What becomes of a pack's memes in a library that has some of them. */
import { expect, it } from 'vitest';
import { type Library, type NewFace, STARTER } from '../../../src/library/index.ts';
import { importPack, readPack } from '../../../src/library/packs/index.ts';
import { failWrite, freshName, meme, open } from '../library/support.ts';
import { contents, detected, drawn, exported, filled, MODEL, mean, picture, taught } from './support.ts';

const SEED = 7;
interface Fields {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly title?: string;
  readonly source?: string;
  readonly indexed?: string;
}

/** A library with the one picture of SEED. */
async function withOne(name: string, fields: Fields, faces: readonly NewFace[]): Promise<Library> {
  const library = await open(name);
  const bytes = new Blob([picture(SEED)], { type: 'image/png' });
  await library.memes.add({ meme: meme({ type: 'image/png', indexed: MODEL, ...fields }), bytes, faces });
  return library;
}

/** What a library with the picture is after a pack with the same picture came in. */
async function merged(mine: [Fields, NewFace[]], theirs: [Fields, NewFace[]], model = MODEL) {
  const name = freshName();
  const library = await withOne(name, ...mine);
  const imported = await importPack(library, await exported(await withOne(freshName(), ...theirs)), model);
  const { memes, faces } = await contents(name);
  return { meme: memes[0], origins: faces.map(({ origin, model }) => [origin, model]), imported, count: memes.length };
}

it('the user’s name and source stay, tags are united, a title that is missing is taken', async () => {
  const { meme, count, imported } = await merged(
    [{ name: 'Mine', tags: ['cat', 'work'], source: 'here' }, [detected(1)]],
    [{ name: 'Theirs', tags: ['work', 'fun'], source: 'there', title: 'A page' }, [detected(1)]],
  );
  expect(count).toBe(1);
  expect(meme).toMatchObject({ name: 'Mine', source: 'here', tags: ['cat', 'work', 'fun'], title: 'A page' });
  expect(imported.outcomes.merged).toHaveLength(1);
});

it('a meme that nobody taught learns the pack’s face; one that was taught keeps its own', async () => {
  const learns = await merged([{}, [detected(1)]], [{}, [detected(1), taught(2), drawn(3)]]);
  expect(learns.origins).toEqual([
    ['detected', MODEL],
    ['taught', MODEL],
    ['drawn', MODEL],
  ]);
  const keeps = await merged([{}, [taught(1)]], [{}, [taught(2)]]);
  expect(keeps.origins).toEqual([['taught', MODEL]]);
  expect(keeps.imported.outcomes.same).toHaveLength(1);
});

it('found faces of this embedder take the place of an older one’s, never the other way round', async () => {
  const newer = await merged([{ indexed: 'old' }, [detected(1), taught(1)]], [{}, [detected(2)]]);
  expect(newer.origins).toEqual([
    ['taught', 'old'],
    ['detected', MODEL],
  ]);
  expect(newer.meme?.indexed).toBe(MODEL);
  const older = await merged([{}, [detected(1)]], [{ indexed: 'old' }, [detected(2)]]);
  expect(older.origins).toEqual([['detected', MODEL]]);
});

it('memes whose faces another embedder found wait to be searched again; what was taught is kept', async () => {
  const from = await withOne(freshName(), { indexed: 'old' }, [detected(1), taught(2)]);
  const name = freshName();
  const library = await open(name);
  const { waiting } = await importPack(library, await exported(from), MODEL);
  expect(waiting).toBe(1);
  const [{ id } = { id: '' }] = await library.memes.list();
  expect(await library.faces.stale(MODEL)).toEqual([id]);
  expect((await library.faces.all()).filter(({ origin }) => origin === 'taught')).toMatchObject([{ model: 'old' }]);
  expect(await library.faces.all(MODEL)).toEqual([]);
});

it('a sticker that was deleted stays deleted, and one of another embedder becomes a picture to be searched', async () => {
  const placed: NewFace = { ...taught(1), ...mean(1), origin: 'placed' };
  const pack = await exported(await withOne(freshName(), { source: STARTER }, [placed]));
  const name = freshName();
  const library = await withOne(name, { source: STARTER }, [placed]);
  await library.memes.remove((await library.memes.list()).map(({ id }) => id));
  const { outcomes } = await importPack(library, pack, MODEL);
  expect(outcomes.dismissed).toHaveLength(1);
  expect(await library.memes.count()).toBe(0);

  const other = await open();
  await importPack(other, pack, 'another model');
  const [sticker] = await other.memes.list();
  expect(await other.faces.stale('another model')).toEqual([sticker?.id]);
});

it('a deletion that can be taken back is, for what the pack brings', async () => {
  const name = freshName();
  const library = await withOne(name, {}, [detected(1)]);
  const pack = await exported(library);
  const ids = (await library.memes.list()).map(({ id }) => id);
  await library.removals.plan(ids);
  await importPack(library, pack, MODEL);
  expect(await library.removals.finish()).toEqual([]);
  expect(await library.memes.count()).toBe(1);
});

it('is told to whoever listens', async () => {
  const library = await withOne(freshName(), { name: 'Mine', tags: [] }, []);
  const told: string[] = [];
  library.changes.subscribe(({ type, ids }) => told.push(`${type} ${ids.length}`));
  const from = await filled(freshName(), 10);
  await importPack(library, await exported(from), MODEL);
  await Promise.resolve();
  expect(told).toEqual(['added 9', 'updated 1', 'faces 1']);
});

it('whichever write fails, nothing of the pack is in the library', async () => {
  const name = freshName();
  const library = await withOne(name, { tags: ['mine'] }, []);
  const { memes } = await readPack(await exported(await filled(freshName(), 4, SEED)));
  const before = await contents(name);
  const full = () => new DOMException('no room', 'QuotaExceededError');
  const twin = await withOne(freshName(), { tags: ['mine'] }, []);
  const probe = failWrite(Number.POSITIVE_INFINITY, full());
  await twin.packs.merge(memes, MODEL);
  probe.restore();
  expect(probe.writes()).toBeGreaterThan(10);
  for (let n = 0; n < probe.writes(); n++) {
    const failing = failWrite(n, full());
    await expect(library.packs.merge(memes, MODEL)).rejects.toMatchObject({ code: 'full' });
    failing.restore();
    expect(await contents(name)).toEqual(before);
  }
});

it('cancelled while it is stored, nothing of the pack is in the library', async () => {
  const name = freshName();
  const library = await open(name);
  const pack = await exported(await filled(freshName(), 20));
  const cancel = new AbortController();
  const onProgress = (phase: string) => phase === 'store' && cancel.abort();
  const importing = importPack(library, pack, MODEL, { signal: cancel.signal, onProgress });
  await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
  expect((await contents(name)).memes).toEqual([]);
});
