import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import {
  createMatcher,
  DIMENSIONS,
  type Embedding,
  MARGIN,
  pullsOf,
  REACH,
  rerank,
} from '../../../src/engine/index.ts';

/** A unit vector at `angle` radians from the first axis, towards axis `axis`. */
function at(angle: number, axis = 1): Embedding {
  const vector = new Float32Array(DIMENSIONS);
  vector[0] = Math.cos(angle);
  vector[axis] = Math.sin(angle);
  return vector;
}
const match = (meme: string, distance: number) => ({ meme, key: meme, distance });
const order = (ranked: readonly { meme: string }[]): string => ranked.map(({ meme }) => meme).join('');

describe('picks', () => {
  it('bring a meme past one that is a little nearer', () => {
    const picks = Array.from({ length: 5 }, () => ({ meme: 'b', embedding: at(0) }));
    expect(order(rerank([match('a', 0.4), match('b', 0.45)], pullsOf(at(0.05), picks)))).toBe('ba');
  });

  it('of other faces change nothing', () => {
    const far = at(2 * Math.asin(REACH / 2) + 0.01);
    expect(pullsOf(far, [{ meme: 'b', embedding: at(0) }]).size).toBe(0);
  });

  it('count for more the nearer their face is, and the more often they were made', () => {
    const once = [{ meme: 'b', embedding: at(0) }];
    const pull = (face: Embedding, picks = once): number => pullsOf(face, picks).get('b') ?? 0;
    expect(pull(at(0))).toBeGreaterThan(pull(at(0.2)));
    expect(pull(at(0.2))).toBeGreaterThan(pull(at(0.5)));
    expect(pull(at(0), [...once, ...once])).toBeGreaterThan(pull(at(0)));
  });

  it('that go to another meme each time pull none of them much', () => {
    const picks = Array.from({ length: 50 }, (_, i) => ({ meme: `m${i}`, embedding: at(0) }));
    for (const pull of pullsOf(at(0), picks).values()) expect(pull).toBeLessThan(0.02);
  });

  it('leave the order of equally near memes as it was', () => {
    expect(order(rerank([match('x', 0.5), match('a', 0.5), match('m', 0.5)], new Map()))).toBe('xam');
  });
});

describe('whatever was picked', () => {
  it('no meme passes one that is nearer by the margin or more', () => {
    const random = createRandom(4);
    let mostPassed = 0;
    for (let round = 0; round < 300; round += 1) {
      const memes = Array.from({ length: 40 }, (_, i) => `m${i}`);
      const matches = memes.map((meme) => match(meme, random.next() * 1.2)).sort((a, b) => a.distance - b.distance);
      const face = at(random.next());
      // From picks all over the place to hundreds of one meme for this very face.
      const loved = random.pick(memes);
      const faith = random.next();
      const picks = Array.from({ length: Math.floor(random.next() * 400) }, () =>
        random.next() < faith
          ? { meme: loved, embedding: face }
          : { meme: random.pick(memes), embedding: at(random.next() * 3, 1 + Math.floor(random.next() * 60)) },
      );
      const ranked = rerank(matches, pullsOf(face, picks));
      expect(ranked.map(({ meme }) => meme).toSorted()).toEqual(memes.toSorted());
      let [farthest, passed] = [0, 0];
      for (const { distance } of ranked) {
        passed = Math.max(passed, farthest - distance);
        farthest = Math.max(farthest, distance);
      }
      expect(passed).toBeLessThan(MARGIN);
      mostPassed = Math.max(mostPassed, passed);
    }
    // Else nothing was put to the test.
    expect(mostPassed).toBeGreaterThan(MARGIN * 0.9);
  });

  it('the very face of a meme finds it first when no other meme has one within the margin', () => {
    const matcher = createMatcher();
    matcher.set({ key: 1, meme: 'mine', vector: at(0) });
    matcher.set({ key: 2, meme: 'loved', vector: at(2 * Math.asin(MARGIN / 2) + 0.001) });
    const picks = Array.from({ length: 500 }, () => ({ meme: 'loved', embedding: at(0) }));
    expect(order(rerank(matcher.search(at(0), 2), pullsOf(at(0), picks)))).toBe('mineloved');
  });
});
