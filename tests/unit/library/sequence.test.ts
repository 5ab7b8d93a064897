import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { face, failWrite, freshName, meme, open, picture, stored } from './support.ts';

/** Mulberry32: the same sequence for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What the library should hold, kept in plain maps. */
class Plain {
  readonly memes = new Map<string, number>();
  readonly inbox = new Set<string>();

  expected() {
    const ids = [...this.memes.keys()].sort();
    return {
      memes: ids,
      bytes: ids,
      faces: ids.flatMap((id) => Array<string>(this.memes.get(id) ?? 0).fill(id)),
      inbox: [...this.inbox].sort(),
      dismissed: [],
    };
  }
}

const { name: _name, source: _source, ...searched } = meme();
const faces = (count: number) => Array.from({ length: count }, (_, axis) => face(axis));
const pick = <T>(items: Iterable<T>, at: (below: number) => number): T | undefined => {
  const all = [...items];
  return all[at(Math.max(1, all.length))];
};

/** One random operation on the library and, when that succeeds, on the plain model. */
async function step(library: Library, plain: Plain, next: (below: number) => number): Promise<void> {
  const seed = next(12);
  const count = next(4);
  const store = (id: string) => {
    if (!plain.memes.has(id)) plain.memes.set(id, count);
  };
  switch (next(6)) {
    case 0:
    case 1: {
      store((await library.memes.add({ meme: meme(), bytes: picture(seed), faces: faces(count) })).id);
      return;
    }
    case 2: {
      const id = await library.inbox.put({ blob: picture(seed), name: '', source: '' });
      plain.inbox.add(id);
      return;
    }
    case 3: {
      const waiting = pick(plain.inbox, next);
      if (!waiting) return;
      store((await library.inbox.promote(waiting, searched, faces(count))).id);
      plain.inbox.delete(waiting);
      return;
    }
    case 4: {
      const id = pick(plain.memes.keys(), next);
      if (!id) return;
      await library.memes.remove([id]);
      plain.memes.delete(id);
      return;
    }
    default: {
      const id = pick(plain.memes.keys(), next);
      if (!id) return;
      await library.faces.replace(id, faces(count), 'model-2');
      plain.memes.set(id, count);
    }
  }
}

describe.each([1, 2, 3, 4, 5])('a random sequence of operations, some of which fail (seed %i)', (seed) => {
  it('leaves what a plain model holds: no orphan, nothing lost, nothing doubled', async () => {
    const next = random(seed);
    const name = freshName();
    const library = await open(name);
    const plain = new Plain();
    let failed = 0;
    for (let i = 0; i < 150; i++) {
      const fault = next(3) === 0 ? failWrite(next(6), new DOMException('', 'UnknownError')) : undefined;
      try {
        await step(library, plain, next);
      } catch (error) {
        expect(error).toMatchObject({ code: 'unavailable' });
        failed++;
      }
      fault?.restore();
      expect(await stored(name)).toMatchObject(plain.expected());
    }
    expect(failed).toBeGreaterThan(10);
    expect(plain.memes.size).toBeGreaterThan(0);
  });
});
