/** Finds every face of a picture with both detectors: cheap looks first, more only where they leave doubt. */
import type { Detector } from './detector.ts';
import { largestFirst, suppressDoubles } from './suppress.ts';
import type { Detection } from './types.ts';
import { type Picture, wholeView } from './view.ts';

export interface Detectors {
  readonly short: Detector;
  readonly full: Detector;
}

/** Least score of a find that counts. */
const LEAST_SCORE = 0.5;

const sure = (finds: readonly Detection[]): Detection[] =>
  suppressDoubles(finds.filter(({ score }) => score >= LEAST_SCORE));

/** The faces of `picture`, in its pixels, largest first. */
export function findFaces({ short, full }: Detectors, picture: Picture): Detection[] {
  const finds = [...short.detect(picture, wholeView(picture)), ...full.detect(picture, wholeView(picture))];
  return largestFirst(sure(finds));
}
