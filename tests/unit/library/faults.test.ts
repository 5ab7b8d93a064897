import { describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { face, failWrite, freshName, meme, open, picture, stored } from './support.ts';

interface Operation {
  readonly name: string;
  /** How many writes it makes, so that a loop over them is known to have met them all. */
  readonly writes: number;
  /** Prepares and returns the operation. */
  prepare(library: Library): Promise<() => Promise<unknown>>;
}

const add = (library: Library, seed: number) =>
  library.memes.add({ meme: meme(), bytes: picture(seed), faces: [face(1), face(2)], thumb: picture('small') });
const { name: _name, source: _source, ...searched } = meme();
const sticker = { name: 'Grin', type: 'image/webp', width: 9, height: 9, animated: false, indexed: 'a' };
const place = (library: Library, indexed: string) =>
  library.stickers.place([
    { sticker: { ...sticker, indexed }, bytes: picture('grin'), embedding: face(5).embedding, spread: 0.4 },
  ]);

const operations: Operation[] = [
  { name: 'add', writes: 6, prepare: async (library) => () => add(library, 1) },
  {
    name: 'remove',
    writes: 5,
    async prepare(library) {
      const { id } = await add(library, 1);
      return () => library.memes.remove([id]);
    },
  },
  {
    name: 'promote',
    writes: 6,
    async prepare(library) {
      const waiting = await library.inbox.put({ blob: picture(1), name: '', source: '' });
      return () => library.inbox.promote(waiting, searched, [face(1), face(2)]);
    },
  },
  {
    name: 'add again what is being deleted',
    writes: 1,
    async prepare(library) {
      const { id } = await add(library, 1);
      await library.removals.plan([id]);
      return () => add(library, 1);
    },
  },
  {
    name: 'replace',
    writes: 5,
    async prepare(library) {
      const { id } = await add(library, 1);
      return () => library.faces.replace(id, [face(3), face(4)], 'model-2');
    },
  },
  {
    name: 'teach again',
    writes: 2,
    async prepare(library) {
      const { id } = await add(library, 1);
      const teach = (axis: number) =>
        library.faces.teach(id, { embedding: face(axis).embedding, spread: 0.1, model: 'model-1' });
      await teach(3);
      return () => teach(4);
    },
  },
  { name: 'place a new sticker', writes: 4, prepare: async (library) => () => place(library, 'a') },
  {
    name: 'place a sticker again',
    writes: 3,
    async prepare(library) {
      await place(library, 'a');
      return () => place(library, 'b');
    },
  },
];

describe.each(operations)('$name', ({ writes, prepare }) => {
  it('leaves everything as it was, whichever of its writes fails, and succeeds when asked again', async () => {
    for (let step = 0; step < writes; step++) {
      const name = freshName();
      const library = await open(name);
      const operation = await prepare(library);
      const before = await stored(name);
      const announced = vi.fn();
      library.changes.subscribe(announced);

      const fault = failWrite(step, new DOMException('disk full', 'QuotaExceededError'));
      await expect(operation()).rejects.toMatchObject({ name: 'LibraryError', code: 'full' });
      fault.restore();
      expect(await stored(name)).toEqual(before);
      expect(announced).not.toHaveBeenCalled();

      await operation();
      expect(await stored(name)).not.toEqual(before);
      expect(announced).toHaveBeenCalledTimes(1);
    }
  });

  it('makes as many writes as are tried', async () => {
    const operation = await prepare(await open());
    const count = failWrite(-1, new Error('never'));
    await operation();
    expect(count.writes()).toBe(writes);
  });
});

describe('a commit that the browser refuses', () => {
  it('is reported as a full disk, and nothing was added', async () => {
    const name = freshName();
    const library = await open(name);
    const original = IDBObjectStore.prototype.put;
    const full = 'QuotaExceededError';
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
      const request: IDBRequest = Reflect.apply(original, this, args);
      // As a browser does it: the request succeeds, the transaction is aborted afterwards with the reason.
      request.addEventListener('success', () => Reflect.get(this.transaction, '_abort').call(this.transaction, full));
      return request;
    });
    await expect(add(library, 1)).rejects.toMatchObject({ code: 'full' });
    vi.restoreAllMocks();
    expect(await stored(name)).toMatchObject({ memes: [], bytes: [], faces: [] });
  });
});

describe('an error in the program', () => {
  it('is not dressed up as an error of the library, and undoes the transaction all the same', async () => {
    const name = freshName();
    const library = await open(name);
    const fault = failWrite(2, new TypeError('a bug'));
    await expect(add(library, 1)).rejects.toThrow(TypeError);
    fault.restore();
    expect(await stored(name)).toMatchObject({ memes: [], bytes: [], faces: [] });
  });
});
