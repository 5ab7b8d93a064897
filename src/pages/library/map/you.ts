/** Where the camera's face is on the map: its embedding never leaves the engine, but the memes nearest to it are told. */
import type { LiveResult } from '../../../ui/live.ts';
import { weightedMean } from './place.ts';
import type { Chart } from './work.ts';

/** How many memes the live line is asked for. */
export const MATCHES = 12;

/** Milliseconds in which the dot goes two thirds of the way to a new place. */
const EASE = 150;

export type Place = readonly [x: number, y: number];

/** Finds the place of a live result; `undefined` when no face is seen or none of its matches is on the map. */
export type Locator = (result: LiveResult) => Place | undefined;

/**
 * At the mean of the matching faces' places, the nearer the heavier. Which face of a meme matched is told by its frame
 * alone; among several, the one next to the expressions that the face was named by is meant.
 */
export function createLocator(chart: Chart, names: readonly string[]): Locator {
  const pointsOf = new Map<string, number[]>();
  chart.memes.forEach((meme, point) => {
    const points = pointsOf.get(meme);
    if (points) points.push(point);
    else pointsOf.set(meme, [point]);
  });

  return ({ face, expressions, matches }) => {
    if (!face) return undefined;
    const anchor = centre(
      expressions.flatMap(({ name, likeness }) => (names.includes(name) ? [[names.indexOf(name), likeness]] : [])),
      chart.names,
    );
    const rows: number[] = [];
    const squared: number[] = [];
    for (const { meme, frame, distance } of matches) {
      const there = pointsOf.get(meme) ?? [];
      const inFrame = there.filter((point) => chart.frames[point] === frame);
      const point = closest(inFrame.length > 0 ? inFrame : there, chart.points, anchor);
      if (point === undefined) continue;
      rows.push(point);
      squared.push(distance ** 2);
    }
    return rows.length > 0 ? weightedMean(rows, squared, chart.points) : anchor;
  };
}

/** The weighted mean of some points. */
function centre(weighted: readonly (readonly number[])[], points: Float32Array): Place | undefined {
  let [x, y, total] = [0, 0, 0];
  for (const [point = 0, weight = 0] of weighted) {
    x += weight * (points[2 * point] ?? 0);
    y += weight * (points[2 * point + 1] ?? 0);
    total += weight;
  }
  return total > 0 ? [x / total, y / total] : undefined;
}

function closest(candidates: readonly number[], points: Float32Array, to: Place | undefined): number | undefined {
  if (!to) return candidates[0];
  const far = (point: number): number =>
    Math.hypot((points[2 * point] ?? 0) - to[0], (points[2 * point + 1] ?? 0) - to[1]);
  return candidates.toSorted((a, b) => far(a) - far(b))[0];
}

/** One step of the dot's way, `elapsed` milliseconds after the one before. */
export function eased(from: Place | undefined, to: Place, elapsed: number): Place {
  if (!from) return to;
  const part = 1 - Math.exp(-elapsed / EASE);
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}
