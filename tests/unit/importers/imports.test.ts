import { expect, test } from 'vitest';
import type { Findings } from '../../../src/library/importers/index.ts';
import type { Library } from '../../../src/library/index.ts';
import { face, failWrite, freshName, meme, open, picture, stored } from '../library/support.ts';

const NONE: ReadonlySet<number> = new Set();
const findings = (fields: Partial<Findings> = {}): Findings => {
  const { type, width, height, animated, indexed } = meme();
  return {
    meme: { type, width, height, animated, indexed, fingerprint: '00000000000000ff' },
    faces: [face(1)],
    ...fields,
  };
};

/** An import of pictures that wait. */
async function begun({ imports }: Library, names: readonly string[]): Promise<string> {
  const id = crypto.randomUUID();
  await imports.begin(id, 'files');
  await imports.add(
    id,
    names.map((name) => ({ name, source: `${name}.jpg`, blob: picture(name) })),
  );
  await imports.gathered(id);
  return id;
}

async function claimed({ imports }: Library, inHand = NONE) {
  const item = await imports.claim('waiting', inHand);
  if (!item) throw new Error('nothing waits');
  return item;
}

const only = async ({ imports }: Library) => {
  const [record] = await imports.list();
  if (!record) throw new Error('there is no import');
  return record;
};

test('pictures are given out in order, each once, and counted when they are in', async () => {
  const library = await open();
  await begun(library, ['a', 'b']);
  const a = await claimed(library);
  const b = await claimed(library, new Set([a.key]));
  expect([a.name, b.name]).toEqual(['a', 'b']);
  expect(await library.imports.claim('waiting', new Set([a.key, b.key]))).toBeUndefined();
  expect(await library.imports.promote(b, findings())).toBe('added');
  expect(await library.imports.promote(a, findings({ faces: [] }))).toBe('added');
  expect(await only(library)).toMatchObject({ counts: { waiting: 0, added: 2 }, faceless: 1, state: 'running' });
  expect(await library.imports.finish()).toEqual([]);
  expect(await only(library)).toMatchObject({ state: 'done' });
  expect(await library.memes.count()).toBe(2);
});

test('what was killed in the middle is given out again, and the second promotion adds nothing', async () => {
  const name = freshName();
  const library = await open(name);
  await begun(library, ['a']);
  const lost = await claimed(library);
  const again = await claimed(await open(name));
  expect(again.key).toBe(lost.key);
  expect(await library.imports.promote(again, findings())).toBe('added');
  expect(await library.imports.promote(lost, findings())).toBeUndefined();
  expect((await only(library)).counts).toMatchObject({ added: 1, waiting: 0 });
  expect(await library.memes.count()).toBe(1);
});

test('a promotion of which any write fails changes nothing at all', async () => {
  const name = freshName();
  const library = await open(name);
  await begun(library, ['a']);
  const item = await claimed(library);
  const before = await stored(name);
  for (let n = 0; ; n += 1) {
    const fault = failWrite(n, new DOMException('full', 'QuotaExceededError'));
    const outcome = await library.imports.promote(item, findings()).catch((error: Error) => error.message);
    const writes = fault.writes();
    fault.restore();
    if (outcome === 'added') break;
    expect(writes).toBeGreaterThan(n);
    expect(await stored(name)).toEqual(before);
    expect((await only(library)).counts).toEqual({ waiting: 1 });
  }
  expect(await library.memes.count()).toBe(1);
});

test('a picture that ends Gurn each time is given up, with a reason', async () => {
  const library = await open();
  const id = await begun(library, ['poison', 'good']);
  for (let n = 0; n < 3; n += 1) expect((await claimed(library)).name).toBe('poison');
  expect((await claimed(library)).name).toBe('good');
  const [poison] = await library.imports.items(id);
  expect(poison).toMatchObject({ state: 'failed', reason: expect.stringContaining('stopped each time') });
  expect(poison?.blob).toBeUndefined();
});

test('one that was begun before is not given out beside others', async () => {
  const library = await open();
  await begun(library, ['a', 'b']);
  const { key } = await claimed(library);
  const b = await claimed(library, new Set([key]));
  expect(await library.imports.claim('waiting', new Set([b.key]))).toBeUndefined();
});

test('a paused import gives out nothing until it goes on', async () => {
  const library = await open();
  const id = await begun(library, ['a']);
  await library.imports.pause(id, 'no room');
  expect(await library.imports.claim('waiting', NONE)).toBeUndefined();
  expect(await only(library)).toMatchObject({ state: 'paused', trouble: 'no room' });
  await library.imports.resume(id);
  expect((await claimed(library)).name).toBe('a');
});

test('a cancelled import keeps no bytes, takes no more pictures, and what is in hand is not added', async () => {
  const library = await open();
  const id = await begun(library, ['a', 'b']);
  const inHand = await claimed(library);
  await library.imports.cancel(id);
  expect(await library.imports.promote(inHand, findings())).toBeUndefined();
  expect(await library.imports.add(id, [{ name: 'c', source: 'c', blob: picture('c') }])).toBe(false);
  const items = await library.imports.items(id);
  expect(items.map(({ state, blob }) => [state, blob])).toEqual([
    ['cancelled', undefined],
    ['cancelled', undefined],
  ]);
  expect(await library.memes.count()).toBe(0);
  await library.imports.dismiss(id);
  expect(await library.imports.list()).toEqual([]);
  expect(await library.imports.items(id)).toEqual([]);
});

test('bytes that are in the library are a duplicate; while they are being deleted, adding takes that back', async () => {
  const library = await open();
  const { id } = await library.memes.add({ meme: meme(), bytes: picture('a'), faces: [] });
  await begun(library, ['a', 'again']);
  const first = await claimed(library);
  expect(await library.imports.settleKnown(first.key, id)).toBe(true);
  await library.removals.plan([id]);
  const second = await claimed(library);
  expect(await library.imports.settleKnown(second.key, id)).toBe(true);
  expect((await only(library)).counts).toMatchObject({ duplicate: 1, added: 1 });
  expect(await library.removals.finish()).toEqual([]);
});

test('what an archive holds takes its place, a batch at a time', async () => {
  const library = await open();
  const id = crypto.randomUUID();
  await library.imports.begin(id, 'files');
  await library.imports.add(id, [{ name: 'z', source: 'z.zip', holds: 'archive', blob: picture('zip') }]);
  const archive = await claimed(library);
  await library.imports.expand(
    archive,
    [
      { name: 'a', source: 'z.zip/a', blob: picture('a') },
      { name: 'n', source: 'z.zip/n', reason: 'no' },
    ],
    false,
  );
  expect((await library.imports.item(archive.key))?.unpacked).toBe(2);
  await library.imports.expand(archive, [], true);
  expect((await library.imports.items(id)).map(({ name, state }) => [name, state])).toEqual([
    ['a', 'waiting'],
    ['n', 'failed'],
  ]);
  expect((await only(library)).counts).toEqual({ waiting: 1, failed: 1 });
});

test('an import goes on while a page hands pictures over, and is done when it has', async () => {
  const library = await open();
  const id = crypto.randomUUID();
  await library.imports.begin(id, 'files');
  expect(await library.imports.finish()).toEqual([{ id, gathering: true }]);
  await library.imports.gathered(id, 'The page was closed.');
  expect(await library.imports.finish()).toEqual([]);
  expect(await only(library)).toMatchObject({ state: 'done', trouble: 'The page was closed.' });
});

test('not more is fetched ahead than can be searched soon', async () => {
  const library = await open();
  const id = await begun(
    library,
    Array.from({ length: 32 }, (_, n) => `${n}`),
  );
  await library.imports.add(id, [{ name: 'far', source: 'https://a.example/' }]);
  expect(await library.imports.claim('fetch', NONE)).toBeUndefined();
  await library.imports.settle((await claimed(library)).key, { state: 'failed', reason: 'no' });
  expect((await library.imports.claim('fetch', NONE))?.name).toBe('far');
});

async function twoAlike(library: Library, sizes: { old: number; fresh: number }) {
  const old = await library.memes.add({
    meme: meme({ name: 'Grumpy cat', tags: ['cat'], width: sizes.old, height: sizes.old }),
    bytes: picture('old'),
    faces: [face(2)],
  });
  await library.memes.recordUse(old.id, 500);
  await library.faces.teach(old.id, { embedding: face(5).embedding, spread: 0.1, model: 'model-1' });
  const id = await begun(library, ['IMG_0231']);
  const item = await claimed(library);
  const found = findings({ like: old.id });
  await library.imports.promote(item, { ...found, meme: { ...found.meme, width: sizes.fresh, height: sizes.fresh } });
  const [near] = await library.imports.items(id, ['near']);
  return { old: old.id, fresh: near?.meme ?? '', key: near?.key ?? -1, id };
}

test('merging keeps the larger picture with its faces, and all that a person gave to the other', async () => {
  const library = await open();
  const { old, fresh, key } = await twoAlike(library, { old: 100, fresh: 200 });
  expect(await library.imports.merge(key)).toBe(fresh);
  expect(await library.memes.get(old)).toBeUndefined();
  const left = await library.memes.get(fresh);
  expect(left).toMatchObject({ name: 'Grumpy cat', tags: ['cat'], width: 200, used: { count: 1, last: 500 } });
  const faces = await library.faces.ofMeme(fresh);
  expect(faces.map(({ origin }) => origin).sort()).toEqual(['detected', 'taught']);
  expect(faces.find(({ origin }) => origin === 'detected')?.embedding[1]).toBe(1);
  expect(await (await library.memes.bytes(fresh))?.text()).toBe('picture IMG_0231');
  expect((await only(library)).counts).toMatchObject({ near: 0, merged: 1 });
});

test('merging with a larger one that is there keeps that; a second click changes nothing', async () => {
  const library = await open();
  const { old, fresh, key } = await twoAlike(library, { old: 300, fresh: 200 });
  expect(await library.imports.merge(key)).toBe(old);
  expect(await library.imports.merge(key)).toBeUndefined();
  expect(await library.memes.get(fresh)).toBeUndefined();
  expect(await library.memes.count()).toBe(1);
  expect((await library.faces.ofMeme(old)).map(({ origin }) => origin).sort()).toEqual(['detected', 'taught']);
});

test('a question about a meme that was deleted meanwhile is answered by keeping the other', async () => {
  const library = await open();
  const { old, fresh, key, id } = await twoAlike(library, { old: 100, fresh: 200 });
  await library.memes.remove([old]);
  expect(await library.imports.merge(key)).toBeUndefined();
  expect(await library.memes.get(fresh)).toBeDefined();
  expect((await library.imports.items(id)).map(({ state }) => state)).toEqual(['kept']);
});

test('a merge of which any write fails changes nothing at all', async () => {
  const name = freshName();
  const library = await open(name);
  const { key } = await twoAlike(library, { old: 100, fresh: 200 });
  const before = await stored(name);
  for (let n = 0; ; n += 1) {
    const fault = failWrite(n, new DOMException('full', 'QuotaExceededError'));
    const left = await library.imports.merge(key).catch(() => 'failed');
    fault.restore();
    if (left !== 'failed') break;
    expect(await stored(name)).toEqual(before);
  }
  expect(await library.memes.count()).toBe(1);
});

test('fingerprints: what lacks one is known, and stickers are like nothing', async () => {
  const library = await open();
  const { id } = await library.memes.add({ meme: meme(), bytes: picture('a'), faces: [] });
  expect(await library.fingerprints.missing()).toEqual([id]);
  await library.fingerprints.put(id, '00000000000000ff');
  expect(await library.fingerprints.missing()).toEqual([]);
  const sticker = { ...meme({ fingerprint: '000000000000ff00' }), source: 'starter' };
  await library.memes.add({ meme: sticker, bytes: picture('s'), faces: [] });
  const all = await library.fingerprints.lookalikes();
  const looks = { width: 320, height: 240, animated: false };
  expect(all.of('new', { ...looks, fingerprint: '00000000000000ff' })).toBe(id);
  expect(all.of('new', { ...looks, fingerprint: '000000000000ff00' })).toBeUndefined();
});
