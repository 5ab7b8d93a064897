import type { Box, Detection, Point } from './types.ts';

/** Two finds are one face when their boxes overlap this much (intersection over union). */
const SAME_OVERLAP = 0.3;
/** Or when eyes, nose and mouth of both lie this near to each other, as a part of the smaller box's width. */
const SAME_KEYPOINTS = 0.25;
/** One inside the other: a box that a larger one covers this much is a part of the same face. */
const SAME_COVER = 0.7;

const area = ({ width, height }: Box): number => width * height;

function intersection(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Mean distance of the eyes, the nose tip and the mouth in `a` and `b`, in pixels. */
export function keypointDistance(a: readonly Point[], b: readonly Point[]): number {
  const distances = a.slice(0, 4).map((point, i) => {
    const other = b[i];
    return other ? Math.hypot(point[0] - other[0], point[1] - other[1]) : Number.POSITIVE_INFINITY;
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

/** Whether two finds are the same face: by their boxes or their keypoints. */
export function isSameFace(a: Detection, b: Detection): boolean {
  const shared = intersection(a.box, b.box);
  const smaller = Math.min(area(a.box), area(b.box));
  if (shared > SAME_OVERLAP * (area(a.box) + area(b.box) - shared)) return true;
  if (shared > SAME_COVER * smaller) return true;
  const width = Math.min(a.box.width, b.box.width);
  return keypointDistance(a.keypoints, b.keypoints) < SAME_KEYPOINTS * width;
}

/** Every face once: of finds that are the same face, the one with the highest score. Highest score first. */
export function suppressDoubles(finds: readonly Detection[]): Detection[] {
  const kept: Detection[] = [];
  for (const find of finds.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some((other) => isSameFace(other, find))) kept.push(find);
  }
  return kept;
}

/** What one look found, and the score from which on its finds need no second opinion. */
export interface Finds {
  readonly finds: readonly Detection[];
  readonly sure: number;
}

export interface Merged {
  readonly sure: Detection[];
  /** Not sure, and seen by no other look: a face now and then, more often a fist, a fold of cloth, a few letters. */
  readonly doubtful: Detection[];
}

/** The finds of several looks at one picture, every face once, highest score first. */
export function merge(looks: readonly Finds[]): Merged {
  const isSure = (face: Detection): boolean =>
    looks.some(({ finds, sure }) => face.score >= sure && finds.includes(face)) ||
    looks.filter(({ finds }) => finds.some((find) => isSameFace(find, face))).length > 1;
  const sure: Detection[] = [];
  const doubtful: Detection[] = [];
  for (const face of suppressDoubles(looks.flatMap(({ finds }) => finds))) (isSure(face) ? sure : doubtful).push(face);
  return { sure, doubtful };
}

/** Largest first: the largest face is the one that counts. */
export function largestFirst<T extends Detection>(faces: readonly T[]): T[] {
  return faces.toSorted((a, b) => area(b.box) - area(a.box));
}
