/** Finds every face of a picture with both detectors: cheap looks first, more only where they leave doubt. */
import type { Detector } from './detector.ts';
import { type Finds, isSameFace, keypointDistance, largestFirst, merge } from './suppress.ts';
import type { Detection } from './types.ts';
import { type Picture, tileViews, type View, viewAround, wholeView } from './view.ts';

type Looking = Pick<Detector, 'detect'>;

export interface Detectors<D extends Looking = Looking> {
  readonly short: D;
  readonly full: D;
}

/** The scores that count in a look, and those that need no second opinion. */
interface Scores {
  readonly least: number;
  readonly sure: number;
}

/**
 * From looking at all finds in 207 memes: of the first looks' finds below 0.5 hardly one in ten is a face. The later
 * looks are taken at pictures that mostly show none, so they must be surer.
 */
const FIRST: Scores = { least: 0.5, sure: 0.65 };
const FRAMED: Scores = { least: 0.65, sure: 0.8 };
const TURNED: Scores = { least: 0.7, sure: 0.7 };
const TILE: Scores = { least: 0.7, sure: 0.8 };

/**
 * Letters, paws and folds look like a face to one detector at one size, a face does so at every size. So a doubtful find
 * counts when the short range sees it in a view 1.5 times as wide and in one of 3, with eyes, nose and mouth off by at
 * most this part of its width; or when both detectors see it in wider views, their best scores together at least this.
 * Beside a face the faintest are not worth it. Chosen on 344 memes, of which no human face was lost, 440 pictures of
 * words and the faces of FER+; `npm run bench:quality` counts both kinds of mistakes.
 */
const CLOSER = { near: 1.5, wide: 3, full: [2.5, 3], shift: 0.2, together: 1 };

/** A face that fills the picture is found when it has room around it. */
const FRAME = { short: 1.5, full: 1.6 };
/**
 * Heads tilted beyond what the detectors bear. The short range alone: turned looks of the full range, for nearly the same
 * price again, found 1 face more in 461 turned pictures. Only where its first look saw something, however faint: none
 * was found elsewhere.
 */
const TURNS = [-40, 40, -90, 90];
/** Room for the corners of a turned picture, of which the outermost are not worth smaller faces. */
const TURN_MARGIN = 1.2;
/**
 * The full range takes twice as long as the short range and adds faces that are small or half hidden. It is spared where
 * the short range is sure of all it sees and has a face at least this sure that spans this part of the picture: in
 * three memes of ten. It would add 1 face to the 222 found in 207 memes, beside others.
 */
const CLEAR_FACE = { score: 0.8, part: 0.2 };
/**
 * Where the largest face spans less than this part of the picture there may be others too small to see. At 0.2 it finds
 * 276 instead of 274 faces in 213 pictures, and takes a fifth longer.
 */
const SMALL_FACE = 0.15;
/** A face of 40 px spans 14 of the full range's 192 in a tile of this side, which is as small as it can see. */
const LARGEST_TILE = 550;
const TILE_PART = 0.6;

export interface Search {
  /** In the picture's pixels, largest first. */
  readonly faces: Detection[];
  /** How often a detector looked: nearly all that a search costs. */
  readonly looks: number;
}

/** Finds the faces of `picture`. */
export function findFaces(detectors: Detectors, picture: Picture): Search {
  const { short, full, looksTaken } = counted(detectors);
  const seen = (detector: Looking, view: View, { least, sure }: Scores): Finds => ({
    finds: detector.detect(picture, view).filter(({ score }) => score >= least),
    sure,
  });
  const faint = short.detect(picture, wholeView(picture));
  const looks: Finds[] = [{ finds: faint.filter(({ score }) => score >= FIRST.least), sure: FIRST.sure }];
  const finds = () => looks.flatMap((look) => look.finds);
  const isBlank = () => finds().length === 0;

  if (!isClear(finds(), picture)) looks.push(seen(full, wholeView(picture), FIRST));
  if (isBlank()) looks.push(seen(short, wholeView(picture, FRAME.short), FRAMED));
  if (isBlank()) looks.push(seen(full, wholeView(picture, FRAME.full), FRAMED));
  if (isBlank() && faint.length > 0) {
    looks.push(...TURNS.map((degrees) => seen(short, wholeView(picture, TURN_MARGIN, degrees), TURNED)));
  }
  if (mayHideSmallFaces(finds(), picture)) {
    const side = Math.min(TILE_PART * longerSide(picture), LARGEST_TILE);
    looks.push(...tileViews(picture, side).map((view) => seen(full, view, TILE)));
  }
  const { sure, doubtful } = merge(looks);
  const again = sure.length > 0 ? doubtful.filter(({ score }) => score >= FIRST.sure) : doubtful;
  const faces = [...sure, ...again.filter((face) => isSeenCloser({ short, full }, picture, face))];
  return { faces: largestFirst(faces), looks: looksTaken() };
}

/** The detectors, and how often they have looked. */
function counted({ short, full }: Detectors) {
  let looks = 0;
  const counting = (detector: Looking): Looking => ({
    detect(picture, view) {
      looks += 1;
      return detector.detect(picture, view);
    },
  });
  return { short: counting(short), full: counting(full), looksTaken: () => looks };
}

/** Whether closer looks see the face too: see CLOSER. */
function isSeenCloser({ short, full }: Detectors, picture: Picture, face: Detection): boolean {
  const look = (detector: Looking, room: number): Detection | undefined => {
    const finds = detector.detect(picture, viewAround(face.box, room)).filter((find) => isSameFace(find, face));
    return finds.toSorted((a, b) => b.score - a.score)[0];
  };
  const isInPlace = (find: Detection | undefined): boolean =>
    find !== undefined && keypointDistance(find.keypoints, face.keypoints) <= CLOSER.shift * face.box.width;
  const wide = look(short, CLOSER.wide);
  if (isInPlace(wide) && isInPlace(look(short, CLOSER.near))) return true;
  const scores = CLOSER.full.map((room) => look(full, room)?.score ?? 0);
  return (wide?.score ?? 0) + Math.max(...scores) >= CLOSER.together;
}

const longerSide = ({ width, height }: Picture): number => Math.max(width, height);

/** Whether one look has said enough: see CLEAR_FACE. */
function isClear(finds: readonly Detection[], picture: Picture): boolean {
  const isLarge = ({ box }: Detection) => box.width >= CLEAR_FACE.part * longerSide(picture);
  return (
    finds.every(({ score }) => score >= FIRST.sure) &&
    finds.some((find) => find.score >= CLEAR_FACE.score && isLarge(find))
  );
}

function mayHideSmallFaces(finds: readonly Detection[], picture: Picture): boolean {
  const largest = Math.max(0, ...finds.map(({ box }) => box.width));
  return largest < SMALL_FACE * longerSide(picture);
}
