/** Where the panel stands in the window. Pure; CSS pixels from the window's corner. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 560;
const HEIGHT = 288;
/** A window this narrow has the camera's picture above the matches: see pages/panel/panel.css. */
const NARROW = 496;
const NARROW_HEIGHT = 392;
/** Below this it is of no use: then it rather covers the composer. */
const LEAST_HEIGHT = 220;
/** Between the panel and the composer, and between the panel and the window's edge. */
const GAP = 8;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** Above the composer; below it where there is more room; within the window always. */
export function placeFor(composer: Box, window: { readonly width: number; readonly height: number }): Box {
  const width = Math.min(WIDTH, window.width - 2 * GAP);
  const left = clamp(composer.left, GAP, window.width - width - GAP);
  const wanted = window.width < NARROW ? NARROW_HEIGHT : HEIGHT;
  const above = composer.top - 2 * GAP;
  const below = window.height - (composer.top + composer.height) - 2 * GAP;
  const goesAbove = above >= wanted || above >= below;
  const height = Math.min(wanted, window.height - 2 * GAP, Math.max(goesAbove ? above : below, LEAST_HEIGHT));
  const top = goesAbove ? composer.top - GAP - height : composer.top + composer.height + GAP;
  return { left, top: clamp(top, GAP, window.height - height - GAP), width, height };
}
