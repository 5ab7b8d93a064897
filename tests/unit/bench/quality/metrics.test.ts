import { describe, expect, it } from 'vitest';
import { interval, meanOver, resamples } from '../../../../bench/quality/metrics/bootstrap.ts';
import { componentsFor90, countFor, covariance } from '../../../../bench/quality/metrics/components.ts';
import { between, euclidean, jensenShannon } from '../../../../bench/quality/metrics/distance.ts';
import { driftOf } from '../../../../bench/quality/metrics/drift.ts';
import { eigenvalues } from '../../../../bench/quality/metrics/eigenvalues.ts';
import { identityAccuracy, scoreOf as scoreOfIdentity } from '../../../../bench/quality/metrics/identity.ts';
import { retrieval, scoreRanking } from '../../../../bench/quality/metrics/retrieval.ts';
import { drawTriples, scoreOf, tripletAccuracy } from '../../../../bench/quality/metrics/triplets.ts';

const point = (...numbers: number[]): Float32Array => Float32Array.from(numbers);

describe('distances', () => {
  it('are Euclidean, and none where a face was not found', () => {
    expect(euclidean(point(0, 3), point(4, 0))).toBe(5);
    expect(between(point(1), null)).toBeNaN();
    expect(between(undefined, point(1))).toBeNaN();
  });

  it('of votes are 0 for the same, 1 for nothing in common, and in between as reckoned by hand', () => {
    expect(jensenShannon([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(jensenShannon([1, 0], [0, 1])).toBe(1);
    // Middle (.75, .25) has .811278 bits, the two 0 and 1: √(.811278 − .5).
    expect(jensenShannon([1, 0], [0.5, 0.5])).toBeCloseTo(0.557923, 5);
  });
});

describe('triplet accuracy', () => {
  it('asks for the closest of three sides, shares out equals, and gives chance to a face not found', () => {
    expect(scoreOf([1, 2, 3], 0)).toBe(1);
    expect(scoreOf([1, 2, 3], 2)).toBe(0);
    expect(scoreOf([1, 1, 3], 1)).toBe(1 / 2);
    expect(scoreOf([2, 2, 2], 1)).toBe(1 / 3);
    expect(scoreOf([Number.NaN, 2, 3], 1)).toBe(1 / 3);
  });

  it('takes all triples when they are few, and only those on which the judge is clear', () => {
    const places = [0, 1, 3, 7];
    const judge = (a: number, b: number): number => Math.abs((places[a] ?? 0) - (places[b] ?? 0));
    const all = drawTriples({ count: 4, draws: 100, margin: 0, judge });
    // 0-1-3, 0-1-7, 0-3-7, 1-3-7: the closest sides are first and second but for 0-3-7, where 3 and 4 are 1 apart too.
    expect(all.members.map((column) => [...column])).toEqual([
      [0, 0, 0, 1],
      [1, 1, 2, 2],
      [2, 3, 3, 3],
    ]);
    expect([...all.closest]).toEqual([0, 0, 0, 0]);
    expect(drawTriples({ count: 4, draws: 100, margin: 2, judge }).closest).toHaveLength(2);
  });

  it('is the share of triples that the vectors get right', () => {
    const judged = [0, 1, 3, 7];
    const judge = (a: number, b: number): number => Math.abs((judged[a] ?? 0) - (judged[b] ?? 0));
    const triples = drawTriples({ count: 4, draws: 100, margin: 0, judge });
    expect(
      tripletAccuracy(
        judged.map((x) => point(x)),
        triples,
      ).value,
    ).toBe(1);
    // With the third face at 6: 0-1-6 and 0-1-7 right; 0-6-7 and 1-6-7 have 6 and 7 closest, where the judge has the first.
    expect(
      tripletAccuracy(
        [0, 1, 6, 7].map((x) => point(x)),
        triples,
      ).value,
    ).toBe(0.5);
    // Without the fourth face three of four triples are chance.
    expect(tripletAccuracy([point(0), point(1), point(3), null], triples).value).toBeCloseTo((1 + 3 / 3) / 4, 12);
  });
});

describe('retrieval', () => {
  it('counts hits among the first five, and averages the precision at every hit', () => {
    const { precision, average } = scoreRanking([true, false, true, false, false, true]);
    expect(precision).toBe(2 / 5);
    expect(average).toBeCloseTo((1 / 1 + 2 / 3 + 3 / 6) / 3, 12);
  });

  it('gives a face that was not found what chance gives, and puts it last as an answer', () => {
    const vectors = [point(0), point(1), point(10), null];
    const { meanAveragePrecision } = retrieval(vectors, ['a', 'a', 'b', 'b']);
    // Each of the two a: the other a first, 1. The b that was found: its only fellow last of three, 1/3. The other: 1/3.
    expect(meanAveragePrecision.value).toBeCloseTo((1 + 1 + 1 / 3 + 1 / 3) / 4, 12);
  });
});

describe('expression against identity', () => {
  it('scores the nearer of two, a half when it cannot tell', () => {
    expect(scoreOfIdentity(1, 2)).toBe(1);
    expect(scoreOfIdentity(2, 1)).toBe(0);
    expect(scoreOfIdentity(1, 1)).toBe(0.5);
    expect(scoreOfIdentity(Number.NaN, 1)).toBe(0.5);
  });

  it('is 1 for an embedding of expressions, 0 for one of people', () => {
    const people = ['a', 'a', 'b', 'b'];
    const expressions = ['smile', 'neutral', 'smile', 'neutral'];
    const asked = { people, expressions, draws: 2000 };
    expect(identityAccuracy([point(1), point(0), point(1.1), point(0.1)], asked).value).toBe(1);
    expect(identityAccuracy([point(1), point(1.1), point(0), point(0.1)], asked).value).toBe(0);
  });

  it('does not take one person under two names for two', () => {
    const asked = { people: ['a', 'a', 'A'], expressions: ['smile', 'neutral', 'smile'], draws: 2000 };
    const vectors = [point(1), point(0), point(1)];
    expect(identityAccuracy(vectors, asked).value).toBe(1);
    expect(identityAccuracy(vectors, { ...asked, isSame: () => true }).value).toBeNaN();
  });
});

describe('principal components', () => {
  it('of a matrix that is known', () => {
    // Eigenvalues of [[2, 1], [1, 2]] are 1 and 3; of the 3×3 Laplacian of a path 0, 1 and 3.
    expect(
      eigenvalues(
        [
          [2, 1],
          [1, 2],
        ].map((row) => Float64Array.from(row)),
      ).map((x) => +x.toFixed(9)),
    ).toEqual([1, 3]);
    const path = [
      [1, -1, 0],
      [-1, 2, -1],
      [0, -1, 1],
    ].map((row) => Float64Array.from(row));
    for (const [i, value] of eigenvalues(path).entries()) expect(value).toBeCloseTo([0, 1, 3][i] ?? Number.NaN, 9);
  });

  it('keep the trace and the sum of squares of a larger matrix', () => {
    const size = 7;
    const entry = (i: number, j: number): number => Math.cos(i * j + i + j);
    const matrix = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (__, j) => entry(i, j)));
    const values = eigenvalues(matrix);
    const squares = matrix.flatMap((row) => [...row]).reduce((sum, value) => sum + value * value, 0);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0),
      9,
    );
    expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(squares, 9);
  });

  it('are counted until they hold the share', () => {
    expect(countFor([1, 6, 3], 0.9)).toBe(2);
    expect(countFor([1, 6, 3], 0.91)).toBe(3);
    expect(countFor([5], 0.9)).toBe(1);
  });

  it('of points on a line are one, of a cross two', () => {
    expect(componentsFor90([point(0, 0), point(1, 2), point(2, 4), null])).toBe(1);
    expect(componentsFor90([point(1, 0), point(-1, 0), point(0, 1), point(0, -1)])).toBe(2);
    expect(covariance([point(1, 0), point(-1, 2)]).map((row) => [...row])).toEqual([
      [2, -2],
      [-2, 2],
    ]);
  });
});

describe('drift', () => {
  const plain = [point(0), point(10), point(20)];

  it('is the median way of a face, in parts of the median way to another', () => {
    // Two faces are 10, 10 and 20 apart: median 10. The altered ones moved by 1, 2 and 5: median 2.
    const { drift, found } = driftOf(plain, [point(1), point(12), point(25)]);
    expect(drift.value).toBeCloseTo(0.2, 12);
    expect(found).toBe(1);
  });

  it('is 1 for a face that is not found any more', () => {
    const { drift, found } = driftOf(plain, [null, null, point(20)]);
    expect(drift.value).toBe(1);
    expect(found).toBeCloseTo(1 / 3, 12);
  });
});

describe('bootstrap', () => {
  it('draws as many as there are, the same in every run', () => {
    const [first] = resamples(5, 1);
    expect(first?.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect([...resamples(5, 3)]).toEqual([...resamples(5, 3)]);
  });

  it('takes the middle 95 of 100', () => {
    const values = Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(interval(values)).toEqual({ low: 3, high: 98 });
  });

  it('has no width without variety, and covers the mean with it', () => {
    const places = Uint32Array.from({ length: 200 }, (_, i) => i);
    expect(meanOver(new Array(200).fill(1), [places], 200)).toEqual({ value: 1, low: 1, high: 1 });
    const halves = Float64Array.from(places, (i) => i % 2);
    const { value, low, high } = meanOver(halves, [places], 200);
    expect(value).toBe(0.5);
    // The standard error of 200 coins is 3.5 %: two of them are 7 %.
    expect(low).toBeCloseTo(0.43, 1);
    expect(high - low).toBeGreaterThan(0.1);
    expect(high - low).toBeLessThan(0.18);
  });

  it('weighs a score by all the things that it hangs on', () => {
    // Two scores, each of one pair of two things: with weights 2 and 0 no pair is left, and the replicate says nothing.
    const { value } = meanOver([1, 0], [Uint32Array.of(0, 1), Uint32Array.of(1, 0)], 2, 50);
    expect(value).toBe(0.5);
  });
});
