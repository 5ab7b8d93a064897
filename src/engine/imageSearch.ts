/** Finds every face of a picture with both detectors: cheap looks first, more only where they leave doubt. */
import type { Detector } from './detector.ts';
import { largestFirst, merge } from './suppress.ts';
import type { Detection } from './types.ts';
import { type Picture, tileViews, type View, wholeView } from './view.ts';

export interface Detectors {
  readonly short: Detector;
  readonly full: Detector;
}

/**
 * Least scores, from looking at all finds in 207 memes. Of the first looks' finds below 0.5 hardly one in ten is a face.
 * The later looks are taken at pictures that mostly show none, so they must be surer.
 */
const FIRST_SCORE = 0.5;
const FRAMED_SCORE = 0.65;
const TURNED_SCORE = 0.7;
const TILE_SCORE = 0.7;

/** A face that fills the picture is found when it has room around it. */
const FRAME = { short: 1.5, full: 1.6 };
/** Heads tilted beyond the 30° or so that the detectors bear. Lying heads are looked for by the quicker one alone. */
const TILTS = [-40, 40];
const TURNS = [...TILTS, -90, 90];
/** Room for the corners of a turned picture, of which the outermost are not worth smaller faces. */
const TURN_MARGIN = 1.2;
/**
 * Where the largest face spans less than this part of the picture there may be others too small to see. At 0.2 it finds
 * 276 instead of 274 faces in 213 pictures, and takes a fifth longer.
 */
const SMALL_FACE = 0.15;
/** A face of 40 px spans 14 of the full range's 192 in a tile of this side, which is as small as it can see. */
const LARGEST_TILE = 550;
const TILE_PART = 0.6;

/** The faces of `picture`, in its pixels, largest first. */
export function findFaces({ short, full }: Detectors, picture: Picture): Detection[] {
  const seen = (detector: Detector, view: View, least: number): Detection[] =>
    detector.detect(picture, view).filter(({ score }) => score >= least);

  const firstLook = () => [seen(short, wholeView(picture), FIRST_SCORE), seen(full, wholeView(picture), FIRST_SCORE)];
  const framedLook = () => [
    seen(short, wholeView(picture, FRAME.short), FRAMED_SCORE),
    seen(full, wholeView(picture, FRAME.full), FRAMED_SCORE),
  ];
  const turnedLook = () => [
    ...TURNS.map((degrees) => seen(short, wholeView(picture, TURN_MARGIN, degrees), TURNED_SCORE)),
    ...TILTS.map((degrees) => seen(full, wholeView(picture, TURN_MARGIN, degrees), TURNED_SCORE)),
  ];
  const tiledLook = () => {
    const side = Math.min(TILE_PART * Math.max(picture.width, picture.height), LARGEST_TILE);
    return tileViews(picture, side).map((view) => seen(full, view, TILE_SCORE));
  };

  const looks = firstLook();
  for (const again of [framedLook, turnedLook]) {
    if (looks.flat().length === 0) looks.push(...again());
  }
  if (mayHideSmallFaces(looks.flat(), picture)) looks.push(...tiledLook());
  return largestFirst(merge(looks));
}

function mayHideSmallFaces(finds: readonly Detection[], { width, height }: Picture): boolean {
  const largest = Math.max(0, ...finds.map(({ box }) => box.width));
  return largest < SMALL_FACE * Math.max(width, height);
}
