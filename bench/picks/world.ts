/** The simulated world: a library, and people who have favourites among it. docs/picks.md says the model in words. */
import { createMatcher, type Matcher, type Prototype } from '../../src/engine/index.ts';
import type { Random } from '../random.ts';

type Vector = Float32Array<ArrayBuffer>;

const MEMES = 1_000;
/** Expressions a person uses. */
const HABITS = 8;
/** A favourite is one of so many memes nearest to how the person makes that face. */
export const NEAR = 20;
/** Share of an expression's variance that is the person's own way; the rest differs from time to time. */
const OWN_WAY = 0.5;
/** How often the favourite is wanted; else any of the `NEAR` nearest at that moment. */
const FAITH = 0.8;

export type Kind = 'has favourites' | 'picks at random among what is near' | 'picks at random in the whole library';

const unit = (vector: Vector): Vector => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** `mean` with noise whose variance, summed over the dimensions, is `variance`. */
const noisy = (random: Random, mean: ArrayLike<number>, variance: number): Vector => {
  const deviation = Math.sqrt(variance / mean.length);
  return Float32Array.from(mean, (value) => value + deviation * random.normal());
};

/** The variance of the unit vectors that a mean is the mean of. */
const varianceOf = ({ mean }: Prototype): number => 1 - mean.reduce((sum, value) => sum + value * value, 0);

export interface World {
  readonly matcher: Matcher;
  readonly ids: readonly string[];
  readonly prototypes: readonly Prototype[];
}

/** Memes of one face each; each wears an expression drawn from all. */
export function createWorld(random: Random, prototypes: readonly Prototype[]): World {
  const matcher = createMatcher();
  const ids = Array.from({ length: MEMES }, (_, i) => `meme ${String(i).padStart(4, '0')}`);
  for (const meme of ids) {
    const expression = random.pick(prototypes);
    matcher.set({ key: meme, meme, vector: unit(noisy(random, expression.mean, varianceOf(expression))) });
  }
  return { matcher, ids, prototypes };
}

/** One use of Gurn: the face that was made, and the meme that was wanted (and then picked). */
export interface Use {
  readonly face: Vector;
  readonly wanted: string;
}

/** Returns the person's next use, again and again. */
export function createPerson(random: Random, { matcher, ids, prototypes }: World, kind: Kind): () => Use {
  const nearest = (face: Vector): string => random.pick(matcher.search(face, NEAR)).meme;
  const habits = Array.from({ length: HABITS }, () => {
    const expression = random.pick(prototypes);
    const variance = varianceOf(expression);
    const way = noisy(random, expression.mean, variance * OWN_WAY);
    return { way, variance: variance * (1 - OWN_WAY), favourite: nearest(unit(way)) };
  });
  return () => {
    // The first expression twice as often as the second, three times as often as the third, and so on.
    const weights = habits.map((_, i) => 1 / (i + 1));
    let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const drawn = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    const habit = habits[drawn] ?? random.pick(habits);
    const face = unit(noisy(random, habit.way, habit.variance));
    if (kind === 'picks at random in the whole library') return { face, wanted: random.pick(ids) };
    const faithful = kind === 'has favourites' && random.next() < FAITH;
    return { face, wanted: faithful ? habit.favourite : nearest(face) };
  };
}
