import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Library, LibraryError, MOST_PICKS } from '../../../src/library/index.ts';
import { face, freshName, meme, open, picture, stored, unit } from '../library/support.ts';

let name: string;
let library: Library;
let cat: string;
beforeEach(async () => {
  name = freshName();
  library = await open(name);
  cat = (await library.memes.add({ meme: meme(), bytes: picture('cat'), faces: [face(1)] })).id;
});

const pick = (fields: Partial<Parameters<Library['picks']['add']>[0]> = {}) =>
  library.picks.add({ meme: cat, embedding: unit(3), model: 'model-1', at: 1, ...fields });

describe('a pick', () => {
  it('is remembered with its face, its model and its time, also by a library opened later', async () => {
    expect(await pick({ at: 5 })).toBe(true);
    expect(await pick({ at: 4, embedding: unit(9) })).toBe(true);
    const later = await open(name);
    expect(await later.picks.inForce()).toMatchObject([
      { meme: cat, embedding: unit(9), model: 'model-1', at: 4 },
      { meme: cat, embedding: unit(3), model: 'model-1', at: 5 },
    ]);
  });

  it('of a meme that is gone is not kept', async () => {
    expect(await pick({ meme: 'f'.repeat(64) })).toBe(false);
    expect(await library.picks.count()).toBe(0);
  });

  it('goes with its meme', async () => {
    const dog = (await library.memes.add({ meme: meme(), bytes: picture('dog'), faces: [] })).id;
    await pick();
    await pick({ meme: dog });
    await library.memes.remove([cat]);
    expect((await stored(name)).picks).toEqual([dog]);
  });

  it.each([
    ['too short', new Float32Array(63)],
    ['no number', unit(1).fill(Number.NaN)],
  ])('for a face that is %s is refused', async (_, embedding) => {
    await expect(pick({ embedding })).rejects.toThrow(LibraryError);
    expect(await library.picks.count()).toBe(0);
  });
});

it('the oldest picks make room for the newest', async () => {
  for (let at = 1; at <= MOST_PICKS + 3; at += 1) await pick({ at });
  const kept = await library.picks.inForce();
  expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: MOST_PICKS }, (_, i) => i + 4));
}, 60_000);

describe('switched off', () => {
  it('nothing is remembered, and what is known is not used but stays', async () => {
    await pick();
    await library.picks.turn(false);
    expect(await library.picks.isOn()).toBe(false);
    expect(await pick()).toBe(false);
    expect(await library.picks.inForce()).toEqual([]);
    expect(await library.picks.count()).toBe(1);
    await library.picks.turn(true);
    expect(await library.picks.inForce()).toHaveLength(1);
  });
});

it('forgetting leaves none, and the memes as they are', async () => {
  await pick();
  await library.picks.forget();
  expect(await library.picks.count()).toBe(0);
  expect(await library.memes.count()).toBe(1);
});

it('another context hears of each change', async () => {
  const heard = vi.fn();
  const stop = (await open(name)).picks.subscribe(heard);
  const changes = [
    () => pick(),
    () => library.picks.turn(false),
    () => library.picks.forget(),
    () => library.memes.remove([cat]),
  ];
  for (const [before, change] of changes.entries()) {
    await change();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(before + 1));
  }
  stop();
});
