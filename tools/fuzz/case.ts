import type { Bytes } from './parts.ts';
import { type Random, randomOf } from './random.ts';
import { HEAVY, RECIPES } from './recipes/index.ts';
import type { Seed } from './seeds.ts';

/** What must become of a case; where it is not said, either will do. */
export type Expected = 'added' | 'refused';

/** A hostile (or sound) file. */
export interface Made {
  /** What was done, in words. */
  readonly what: string;
  readonly bytes: Bytes;
  readonly expected?: Expected;
}

export interface Kitchen {
  readonly random: Random;
  readonly seeds: readonly Seed[];
  /** A number of its own for every case: a sound picture that carries it differs from all others. */
  readonly number: number;
}

/** A way to make files. `weight`: how often it is taken, against the others'. */
export interface Recipe {
  readonly name: string;
  readonly weight: number;
  readonly make: (kitchen: Kitchen) => Made;
}

export interface Case extends Made {
  readonly number: number;
  readonly recipe: string;
}

/** One case in so many is as heavy as is allowed: each takes a second or more. */
const HEAVY_ONCE_IN = 250;

const TOTAL = RECIPES.reduce((sum, { weight }) => sum + weight, 0);

function recipeAt(place: number): Recipe {
  let left = place;
  for (const recipe of RECIPES) {
    left -= recipe.weight;
    if (left <= 0) return recipe;
  }
  throw new RangeError(`no recipe at ${place}`);
}

/** Case `number` of the corpus `seed`: always the same bytes. */
export function caseOf(seeds: readonly Seed[], seed: number, number: number): Case {
  const random = randomOf(seed, number);
  const recipe = random.once(HEAVY_ONCE_IN) ? random.pick(HEAVY) : recipeAt(random.int(1, TOTAL));
  return { number, recipe: recipe.name, ...recipe.make({ random, seeds, number }) };
}
