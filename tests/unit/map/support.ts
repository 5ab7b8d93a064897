/** Made-up expressions that lie far apart, and faces that wear them. */
import { createRandom } from '../../../src/pages/library/map/random.ts';
import type { Expressions } from '../../../src/ui/expressions.ts';

export const NAMES = ['grin', 'frown', 'wink', 'scream', 'yawn', 'pout', 'smirk', 'gasp', 'glare', 'sob'];

/** Each name's mean lies on an axis of its own. */
export const expressions: Expressions = {
  model: 'test',
  names: NAMES,
  means: Float32Array.from({ length: 64 * NAMES.length }, (_, at) => (at % 64 === 3 * Math.floor(at / 64) ? 0.8 : 0)),
  dimensions: 64,
};

/** A unit vector that wears `name`, `noise` off in every direction. */
export function wearing(name: number, seed: number, noise = 0.05): Float32Array<ArrayBuffer> {
  const random = createRandom(seed * 1000 + name);
  const vector = Float32Array.from({ length: 64 }, (_, i) => (i === 3 * name ? 1 : 0) + noise * (random() - 0.5));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
