/** A face that no detector found by itself, in a box that a person drew around it. */
import { alignFace } from './aligner.ts';
import { decodeImage } from './decode/index.ts';
import type { Detector } from './detector.ts';
import type { Embedder } from './embedder.ts';
import { EngineError } from './errors.ts';
import { FrameBuffer } from './frameBuffer.ts';
import { scaled } from './scaled.ts';
import type { Box, Detection, DrawnFace, Point } from './types.ts';
import type { Picture, View } from './view.ts';

export interface DrawnFaceParts {
  /** The short range: the box says how large the face is. */
  readonly detector: Detector;
  readonly embedder: Embedder;
}

/**
 * Sides of the views that are tried, in sides of the box: a head wants room around it. Nothing is lost by believing a
 * faint find here, since a person has said that there is a face.
 */
const ROOM = [1.5, 2.2];
const TURNS = [0, -30, 30];
/** A find is the face in the box when its width is this part of the box's, and its middle lies in the box. */
const LEAST_PART = 0.4;
const MOST_PART = 1.6;

/**
 * Where right eye, left eye, nose tip and mouth centre lie in a detector's box, as parts of it: means over the 41 faces
 * that the detectors find in the sample photographs of @vladmandic/face-api, turned upright (standard deviations 0.03 to
 * 0.1), made the same on both sides. A hand-drawn box is taken for such a box: from the brows to the chin.
 */
const LAYOUT: readonly Point[] = [
  [0.306, 0.357],
  [0.694, 0.357],
  [0.5, 0.609],
  [0.5, 0.806],
];

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

function isIn(box: Box, find: Detection): boolean {
  const [x, y] = middleOf(find.box);
  const part = find.box.width / Math.max(box.width, box.height);
  const inside = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  return inside && part > LEAST_PART && part < MOST_PART;
}

/** The surest find in the box, upright views before turned ones, near ones before wide ones. */
function findIn(box: Box, picture: Picture, detector: Detector): Detection | undefined {
  for (const degrees of TURNS) {
    for (const room of ROOM) {
      const view: View = { centre: middleOf(box), side: room * Math.max(box.width, box.height), degrees };
      const finds = detector.detect(picture, view).filter((find) => isIn(box, find));
      const [best] = finds.toSorted((a, b) => b.score - a.score);
      if (best) return best;
    }
  }
  return undefined;
}

/** Keypoints where a face has them that fills the box upright. */
export const keypointsIn = (box: Box): Point[] =>
  LAYOUT.map(([x, y]): Point => [box.x + x * box.width, box.y + y * box.height]);

/**
 * Embeds the face in `box`, in the first frame of the picture. Its eyes are looked for in a larger cut-out around the
 * box; where no detector sees a face, a cat's say, they are taken to be where a face has them.
 * @param drawn pixels of the upright picture
 * @throws DecodeError, EngineError
 */
export async function embedBox(blob: Blob, drawn: Box, { detector, embedder }: DrawnFaceParts): Promise<DrawnFace> {
  const image = await decodeImage(blob);
  try {
    for await (const { bitmap } of image.frames()) {
      const box = scaleBox(drawn, image.scale);
      const find = findIn(box, { image: bitmap, width: bitmap.width, height: bitmap.height }, detector);
      const keypoints = find?.keypoints ?? keypointsIn(box);
      const pixels = new FrameBuffer(Number.POSITIVE_INFINITY).copy(bitmap);
      const [embedding] = await embedder.embed([alignFace(pixels, keypoints)]);
      if (!embedding) break;
      const face = { box, keypoints, score: find?.score ?? 0, frame: 0, embedding };
      return { ...scaled(face, 1 / image.scale), box: drawn, found: find !== undefined };
    }
    throw new EngineError('embedding-failed', 'The face in the box could not be embedded.');
  } finally {
    image.close();
  }
}

const scaleBox = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});
