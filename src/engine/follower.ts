/**
 * Follows a face through the frames after the one in which it was detected. Detection is half of what a frame costs; a
 * face that moves with its head is found again by its brightness for a tenth of that. Whenever the face looks other than
 * it did, the detector is asked again.
 */
import { CROP_SIZE, squareOf } from './aligner.ts';
import type { Part, Readable } from './pixels.ts';
import { Mark } from './registration.ts';
import { apply, compose, invert, type Similarity } from './similarity.ts';
import type { Detection } from './types.ts';

/** Looks in a row without the detector, at most: a tenth of a second. */
const MOST_LOOKS = 3;
/** Least correlation with the face that was detected. */
const LEAST_LIKENESS = 0.98;
/** Of the aligner's square, what is compared: the face without what is behind it. */
const PART = 0.8;

/** Half sides of that square, turned as it is, that are read. */
const ROOM = 1.15;

/** From -1 to 1 into the middle of the aligner's square. */
const MIDDLE: Similarity = { a: (PART * CROP_SIZE) / 2, b: 0, tx: CROP_SIZE / 2, ty: CROP_SIZE / 2 };

interface Followed {
  readonly find: Detection;
  readonly mark: Mark;
  /** Where it was when it was detected, and where it was last. */
  readonly first: Similarity;
  last: Similarity;
  looks: number;
}

export class Follower {
  #followed: Followed | undefined;

  /** The face where it has moved to; undefined when the detector must say. */
  follow(picture: Readable): Detection | undefined {
    const followed = this.#followed;
    if (!followed || followed.looks === MOST_LOOKS) return undefined;
    const found = followed.mark.find(around(picture, followed.last), followed.last);
    if (!found || found.likeness < LEAST_LIKENESS) return undefined;
    followed.looks += 1;
    followed.last = found.to;
    return moved(followed.find, compose(found.to, invert(followed.first)));
  }

  /** Takes what the detector found. Of several faces none is followed: which one is the largest may change. */
  keep(picture: Readable, finds: readonly Detection[]): void {
    const [find] = finds;
    this.#followed = find && finds.length === 1 ? followedFrom(picture, find) : undefined;
  }

  forget(): void {
    this.#followed = undefined;
  }
}

/** The pixels of the aligner's square, with room for how it may have moved. */
function around(picture: Readable, { a, b, tx, ty }: Similarity): Part {
  const reach = (ROOM / PART) * (Math.abs(a) + Math.abs(b));
  return picture.part({ x: tx - reach, y: ty - reach, width: 2 * reach, height: 2 * reach });
}

function followedFrom(picture: Readable, find: Detection): Followed | undefined {
  const first = compose(squareOf(find.keypoints), MIDDLE);
  const mark = Mark.of(around(picture, first), first);
  return mark && { find, mark, first, last: first, looks: 0 };
}

/** Boxes stay upright, as the detector's are. */
function moved({ box, score, keypoints }: Detection, by: Similarity): Detection {
  const scale = Math.hypot(by.a, by.b);
  const [width, height] = [box.width * scale, box.height * scale];
  const [x, y] = apply(by, [box.x + box.width / 2, box.y + box.height / 2]);
  return {
    box: { x: x - width / 2, y: y - height / 2, width, height },
    score,
    keypoints: keypoints.map((point) => apply(by, point)),
  };
}
