/** What holds of every library of an earlier Gurn, of a damaged one, and of whatever is handed to today's. */
import fc from 'fast-check';
import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../src/library/migrations.ts';
import { openDatabase } from '../../../src/library/open.ts';
import { readPack, writePack } from '../../../src/library/packs/index.ts';
import { toFace } from '../../../src/library/records.ts';
import { openRescue } from '../../../src/library/rescue.ts';
import type { SettingName } from '../../../src/library/settings.ts';
import { face, freshName, open, unit } from '../library/support.ts';
import { collector, contents, filled, OPTIONS } from '../packs/support.ts';
import { edited, edits } from './edits.ts';
import { runs } from './seed.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const text = fc.string({ unit: 'binary', maxLength: 20 });
const times = fc.nat(2 ** 40);
const SETTINGS = [
  'backend',
  'backendMeasurement',
  'camera',
  'mirrored',
  'holdToFreeze',
  'top',
  'learnPicks',
  'starterSeeded',
  'pendingRemovals',
] as const satisfies readonly SettingName[];

describe('a library of version 1', () => {
  const memes = fc.uniqueArray(
    fc.record(
      {
        id: hex,
        name: text,
        source: text,
        tags: fc.array(text, { maxLength: 3 }),
        type: fc.constantFrom('image/png', 'image/gif'),
        size: fc.nat(),
        width: fc.nat(),
        height: fc.nat(),
        animated: fc.boolean(),
        added: times,
        used: fc.record({ count: fc.nat(), last: times }, { noNullPrototype: true }),
        indexed: text,
      },
      { noNullPrototype: true },
    ),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  const waiting = fc.uniqueArray(
    fc.record({ id: fc.uuid(), name: text, source: text, received: times }, { noNullPrototype: true }),
    { selector: ({ id }) => id, maxLength: 3 },
  );

  it('becomes one of today with every record as it was, and the fields it lacked', async () => {
    await fc.assert(
      fc.asyncProperty(memes, waiting, async (all, inbox) => {
        const name = freshName();
        const old = await openDatabase(name, () => undefined, migrations.slice(0, 1));
        const tx = (old as unknown as IDBPDatabase).transaction(['memes', 'bytes', 'faces', 'inbox'], 'readwrite');
        for (const [i, meme] of all.entries()) {
          await tx.objectStore('memes').add(meme);
          await tx.objectStore('bytes').add(new Blob([meme.id]), meme.id);
          await tx.objectStore('faces').add({ ...face(i), meme: meme.id, model: meme.indexed });
        }
        for (const item of inbox) await tx.objectStore('inbox').add({ ...item, blob: new Blob([item.id]) });
        await tx.done;
        old.close();

        const library = await open(name);
        const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
        const wanted = all.map((meme) => ({ ...meme, title: '', fingerprint: '' })).sort(byId);
        expect((await library.memes.all()).sort(byId)).toEqual(wanted);
        for (const [i, { id, indexed }] of all.entries()) {
          expect(await (await library.memes.bytes(id))?.text()).toBe(id);
          expect(await library.faces.ofMeme(id)).toEqual([{ ...face(i), key: i + 1, meme: id, model: indexed }]);
        }
        const items = (await library.inbox.list()).sort(byId);
        expect(items).toMatchObject(inbox.map((item) => ({ ...item, title: '' })).sort(byId));
      }),
      runs(0.5),
    );
  });
});

describe('a setting', () => {
  const values = fc.oneof(fc.anything({ maxDepth: 2 }), fc.constantFrom('auto', 'wasm', true, 3, '', [], null, ['a']));

  it('that is set to anything is refused, or comes back as it was set, and no other changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SETTINGS), values, async (name, value) => {
        const { settings } = await open();
        const before = await settings.all();
        const outcome = await settings.set(name, value as never).then(
          () => 'set' as const,
          (error: unknown) => error,
        );
        const after = await settings.all();
        if (outcome === 'set') expect(after).toEqual({ ...before, [name]: value });
        else {
          expect(outcome).toMatchObject({ name: 'LibraryError', code: 'invalid' });
          expect(after).toEqual(before);
        }
      }),
    );
  });

  it('that was stored wrongly is what it is at first, and costs no other', async () => {
    const stored = fc.array(fc.record({ name: fc.oneof(fc.constantFrom(...SETTINGS), text), value: fc.jsonValue() }));
    await fc.assert(
      fc.asyncProperty(stored, async (all) => {
        const name = freshName();
        const library = await open(name);
        const usual = await library.settings.all();
        const db = await openDB(name);
        for (const one of all) await db.put('settings', one);
        db.close();
        const is = await library.settings.all();
        expect(Object.keys(is).sort()).toEqual(Object.keys(usual).sort());
        // What is in force could have been set.
        const other = await open();
        for (const setting of SETTINGS) await other.settings.set(setting, is[setting]);
      }),
      runs(0.5),
    );
  });
});

it('a face is stored with 64 finite numbers of its own, or not at all', () => {
  const numbers = fc.oneof(
    fc.float32Array({ minLength: 60, maxLength: 66 }),
    fc.float32Array({ minLength: 64, maxLength: 64, noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(numbers, fc.double(), (some, spread) => {
      const embedding = new Float32Array(some);
      const isSound = embedding.length === 64 && embedding.every(Number.isFinite) && Number.isFinite(spread);
      const make = () => toFace({ ...face(0), embedding, spread }, 'meme', 'model');
      if (!isSound) expect(make).toThrow(expect.objectContaining({ code: 'invalid' }));
      else expect(make().embedding.buffer.byteLength).toBe(256);
    }),
    runs(3),
  );
});

describe('a damaged library', () => {
  it('gives every meme that is whole to a pack which can be read, whatever became of the others', async () => {
    const damages = fc.array(fc.record({ at: fc.nat(5), edit: edits }), { maxLength: 6 });
    let damaged = 0;
    await fc.assert(
      fc.asyncProperty(damages, fc.array(fc.jsonValue(), { maxLength: 3 }), async (changes, strangers) => {
        const name = freshName();
        (await filled(name, 6)).close();
        const ids = (await contents(name)).memes.map(({ id }) => id);
        const db = await openDB(name);
        for (const { at, edit } of changes) {
          const id = ids[at] ?? '';
          await db.put('memes', { ...(edited(await db.get('memes', id), edit) as object), id, added: 1, indexed: 'm' });
        }
        for (const stranger of strangers) await db.add('faces', { stranger, meme: ids[0], embedding: unit(1) });
        db.close();

        const rescue = await openRescue(name);
        const { whole, loose, lost, lostFaces } = await rescue.look();
        expect(whole.length + loose.length + lost).toBe(6);
        expect(whole.length).toBeGreaterThanOrEqual(6 - new Set(changes.map(({ at }) => at)).size);
        expect(lost).toBe(0);
        expect(lostFaces).toBe(strangers.length);
        damaged += loose.length;
        if (whole.length > 0) {
          const { sink, blob } = collector();
          const { leftOut } = await writePack(sink, rescue.sources(whole), OPTIONS);
          expect(leftOut).toEqual([]);
          expect((await readPack(blob())).memes.map(({ record }) => record.id)).toEqual(whole);
        }
        rescue.close();
      }),
      runs(0.5),
    );
    expect(damaged).toBeGreaterThan(5);
  });
});
