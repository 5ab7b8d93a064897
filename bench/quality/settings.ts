/** How each contender's numbers are compared: the settings among which a peer's best is taken. */
import type { PeerName } from './peers/peer.ts';

export interface Setting {
  /** As the table calls it. */
  readonly title: string;
  /** What is compared by Euclidean distance, from a peer's record. */
  readonly of: (numbers: Float32Array) => Float32Array;
}

const roots = (numbers: Float32Array): Float32Array => numbers.map((value) => Math.sqrt(Math.max(0, value)));

function unit(numbers: Float32Array): Float32Array {
  const length = Math.hypot(...numbers);
  return length === 0 ? numbers : numbers.map((value) => value / length);
}

/** Of MediaPipe's 52, the first is "neutral", and 11 to 18 tell where the eyes look. */
const shapes = (numbers: Float32Array): Float32Array => numbers.subarray(1, 52);
const withoutGaze = (numbers: Float32Array): Float32Array => shapes(numbers).filter((_, i) => i + 1 < 11 || i + 1 > 18);

const LANDMARKS = 478;
/** Outer corners of the subject's right and left eye. */
const [RIGHT_EYE, LEFT_EYE] = [33, 263];

/** Landmarks around their middle, eyes level, of one size: what is left of them is shape. */
export function normalisedLandmarks(points: Float32Array, dimensions: 2 | 3): Float32Array {
  const at = (point: number, axis: number): number => points[point * 3 + axis] ?? 0;
  const mean = [0, 1, 2].map((axis) => {
    let sum = 0;
    for (let point = 0; point < LANDMARKS; point += 1) sum += at(point, axis);
    return sum / LANDMARKS;
  });
  const turn = -Math.atan2(at(LEFT_EYE, 1) - at(RIGHT_EYE, 1), at(LEFT_EYE, 0) - at(RIGHT_EYE, 0));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const out = new Float32Array(LANDMARKS * dimensions);
  for (let point = 0; point < LANDMARKS; point += 1) {
    const [x, y, z] = [0, 1, 2].map((axis) => at(point, axis) - (mean[axis] ?? 0)) as [number, number, number];
    out.set([cos * x - sin * y, sin * x + cos * y, z].slice(0, dimensions), point * dimensions);
  }
  return unit(out);
}

export const PEER_SETTINGS: Readonly<Record<PeerName, readonly Setting[]>> = {
  'face-landmarker': [
    { title: 'MediaPipe blendshapes', of: shapes },
    { title: 'MediaPipe blendshapes, square root', of: (all) => roots(shapes(all)) },
    { title: 'MediaPipe blendshapes without gaze', of: withoutGaze },
    { title: 'MediaPipe blendshapes without gaze, square root', of: (all) => roots(withoutGaze(all)) },
    { title: 'MediaPipe landmarks, 2D', of: (all) => normalisedLandmarks(all.subarray(52), 2) },
    { title: 'MediaPipe landmarks, 3D', of: (all) => normalisedLandmarks(all.subarray(52), 3) },
  ],
  human: [
    { title: 'Human emotion, square root', of: (all) => roots(all.subarray(0, 7)) },
    { title: 'Human description', of: (all) => all.subarray(7) },
    { title: 'Human description, unit length', of: (all) => unit(all.subarray(7)) },
  ],
  'face-api': [
    { title: 'face-api expressions, square root', of: (all) => roots(all.subarray(0, 7)) },
    { title: 'face-api 256 features', of: (all) => all.subarray(7, 263) },
    { title: 'face-api 256 features, unit length', of: (all) => unit(all.subarray(7, 263)) },
  ],
};

export const OURS: Setting = { title: 'Gurn', of: (all) => all };
