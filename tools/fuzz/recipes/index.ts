import type { Recipe } from '../case.ts';
import { ANIMATIONS } from './animations.ts';
import { BOMBS } from './bombs.ts';
import { COLOURS } from './colours.ts';
import { DAMAGE } from './damage.ts';
import { ORIENTATIONS } from './orientations.ts';
import { POLYGLOTS } from './polyglots.ts';
import { SIZES } from './sizes.ts';
import { SOUND } from './sound.ts';
import { STRANGERS } from './strangers.ts';

/** Every way that files are made. A new one goes to the end: the numbers of the cases hang on the order. */
export const RECIPES: readonly Recipe[] = [
  ...SOUND,
  ...DAMAGE,
  ...SIZES,
  ...BOMBS,
  ...ANIMATIONS,
  ...POLYGLOTS,
  ...COLOURS,
  ...ORIENTATIONS,
  ...STRANGERS,
];

export { HEAVY } from './bombs.ts';
