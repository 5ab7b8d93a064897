import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PARTS, recordLength } from '../../../../bench/quality/peers/peer.ts';
import { shows } from '../../../../bench/quality/sets/coverage.ts';
import { shares } from '../../../../bench/quality/sets/fer.ts';
import { shuffled } from '../../../../bench/quality/sets/set.ts';
import { normalisedLandmarks, PEER_SETTINGS } from '../../../../bench/quality/settings.ts';
import { Store } from '../../../../bench/quality/store.ts';

describe('what models have said', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quality-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read back picture by picture, and goes on where it stopped', () => {
    const store = new Store(folder, 'model', 'set', 2);
    expect(store.count()).toBe(0);
    expect(store.read(0)).toEqual({ vectors: [], ms: [] });
    store.append([{ numbers: [1, 2], ms: 5 }]);
    store.append([
      { numbers: null, ms: 6 },
      { numbers: [0.5, -1], ms: 7 },
    ]);
    expect(new Store(folder, 'model', 'set', 2).count()).toBe(3);
    const { vectors, ms } = store.read(3);
    expect(vectors.map((vector) => vector && [...vector])).toEqual([[1, 2], null, [0.5, -1]]);
    expect(ms).toEqual([5, 6, 7]);
    expect(store.read(1).vectors).toHaveLength(1);
    expect(() => store.read(4)).toThrow('fewer than 4');
  });

  it('survives a run that was killed in the middle of a record', () => {
    const store = new Store(folder, 'model', 'set', 2);
    store.append([
      { numbers: [1, 2], ms: 1 },
      { numbers: [3, 4], ms: 1 },
    ]);
    truncateSync(join(folder, 'vectors/model/set.f32'), 22);
    expect(store.count()).toBe(1);
    store.append([{ numbers: [5, 6], ms: 1 }]);
    expect(store.read(2).vectors.map((vector) => vector && [...vector])).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });
});

describe("a peer's settings", () => {
  const record = (peer: keyof typeof PARTS): Float32Array =>
    Float32Array.from({ length: recordLength(peer) }, (_, i) => i + 1);

  it('take from its record what their names say', () => {
    const lengths = (peer: keyof typeof PARTS): number[] =>
      PEER_SETTINGS[peer].map(({ of }) => of(record(peer)).length);
    // 52 blendshapes without "neutral" are 51, without the eight of the gaze 43.
    expect(lengths('face-landmarker')).toEqual([51, 51, 43, 43, 956, 1434]);
    expect(lengths('human')).toEqual([7, 1024, 1024]);
    expect(lengths('face-api')).toEqual([7, 256, 256]);
  });

  it('leave the gaze out and nothing else', () => {
    const [, , withoutGaze] = PEER_SETTINGS['face-landmarker'];
    const kept = [...(withoutGaze?.of(record('face-landmarker')) ?? [])];
    // Numbers count from 1 here, blendshapes from 0: 11 to 18 are missing, which are 12 to 19.
    expect(kept.slice(0, 12)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20, 21]);
  });

  it('see the same landmarks wherever the face is, however large and however tilted', () => {
    const face = Float32Array.from({ length: 478 * 3 }, (_, i) => Math.sin(i * 1.7) * 50 + (i % 3 === 0 ? 40 : 0));
    const [cos, sin] = [Math.cos(0.5), Math.sin(0.5)];
    const moved = face.map((value, i) => {
      const [x = 0, y = 0] = face.subarray(i - (i % 3), i - (i % 3) + 2);
      return [3 * (cos * x - sin * y) + 70, 3 * (sin * x + cos * y) - 9, 3 * value][i % 3] ?? Number.NaN;
    });
    const [before, after] = [normalisedLandmarks(face, 3), normalisedLandmarks(moved, 3)];
    for (const [i, value] of before.entries()) expect(after[i]).toBeCloseTo(value, 5);
    expect(Math.hypot(...before)).toBeCloseTo(1, 5);
  });
});

describe('the sets', () => {
  it('count votes as shares, without single ones, and without "unknown" and "no face"', () => {
    expect(shares([4, 0, 0, 1, 6, 0, 0, 0, 3, 0])).toEqual([0.4, 0, 0, 0, 0.6, 0, 0, 0]);
    expect(shares([1, 1, 0, 0, 0, 0, 0, 0, 8, 0])).toEqual([]);
  });

  it('are in an order that is the same in every run, with nothing lost', () => {
    const numbers = Array.from({ length: 50 }, (_, i) => i);
    expect(shuffled(numbers)).toEqual(shuffled(numbers));
    expect(shuffled(numbers)).not.toEqual(numbers);
    expect(shuffled(numbers).toSorted((a, b) => a - b)).toEqual(numbers);
  });

  it('tell memes with people from drawn ones and from those without a face', () => {
    expect([shows('fry.jpg'), shows('doge.jpg'), shows('10-Guy.jpg')]).toEqual(['drawn', 'none', 'human']);
  });
});
