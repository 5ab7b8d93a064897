/**
 * A face, upright and centred, in a square of 112 px. The Python twin that made the training crops is training/crop.py:
 * the same text, the same numbers.
 */
import { EngineError } from './errors.ts';
import { apply, fitSimilarity, invert, type Similarity } from './similarity.ts';
import type { Point } from './types.ts';

/** Pixels a side. */
export const CROP_SIZE = 112;
/** What lies outside the picture: the middle of the range, so that no edge is invented. */
const GREY = 127.5;
/** Where right eye, left eye, nose tip and mouth centre come to lie, as parts of the square. */
const TARGETS: readonly Point[] = [
  [0.34, 0.36],
  [0.66, 0.36],
  [0.5, 0.545],
  [0.5, 0.73],
];
const TARGET_POINTS = TARGETS.map(([x, y]): Point => [x * CROP_SIZE, y * CROP_SIZE]);

/** Pixels as canvases give them: RGBA, rows from the top. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** RGB of 112×112 pixels, 0 to 255, rows from the top. */
export type Crop = Uint8Array<ArrayBuffer>;

/** A rectangle of float RGB; `left` and `top` say where it lies in the (averaged) picture. */
interface Region {
  readonly data: Float32Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the picture, in blocks of k×k pixels, that the crop's corners span, with one block around it. */
function neededBlocks(toSource: Similarity, k: number, { width, height }: Pixels): Omit<Region, 'data'> {
  const corners = [0, CROP_SIZE].flatMap((u) => [0, CROP_SIZE].map((v) => apply(toSource, [u, v])));
  const span = (axis: 0 | 1, limit: number): [number, number] => {
    const values = corners.map((corner) => corner[axis] / k);
    const first = Math.min(Math.max(Math.floor(Math.min(...values)) - 1, 0), limit);
    const last = Math.max(Math.min(Math.ceil(Math.max(...values)) + 1, limit), first);
    return [first, last - first];
  };
  const [left, columns] = span(0, Math.ceil(width / k));
  const [top, rows] = span(1, Math.ceil(height / k));
  return { left, top, width: columns, height: rows };
}

/**
 * The mean of every k×k block of `blocks`, counted from the picture's origin; the last partial row and column average
 * the pixels they have. Transparent pixels lie on grey.
 */
function boxAverage({ data, width, height }: Pixels, k: number, blocks: Omit<Region, 'data'>): Region {
  const out = new Float32Array(blocks.width * blocks.height * 3);
  let o = 0;
  for (let row = blocks.top; row < blocks.top + blocks.height; row++) {
    const yEnd = Math.min((row + 1) * k, height);
    for (let column = blocks.left; column < blocks.left + blocks.width; column++) {
      const xEnd = Math.min((column + 1) * k, width);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = row * k; y < yEnd; y++) {
        for (let i = (y * width + column * k) * 4, end = (y * width + xEnd) * 4; i < end; i += 4) {
          const alpha = (data[i + 3] as number) / 255;
          const grey = GREY * (1 - alpha);
          r += (data[i] as number) * alpha + grey;
          g += (data[i + 1] as number) * alpha + grey;
          b += (data[i + 2] as number) * alpha + grey;
        }
      }
      const count = (yEnd - row * k) * (xEnd - column * k);
      out[o++] = r / count;
      out[o++] = g / count;
      out[o++] = b / count;
    }
  }
  return { ...blocks, data: out };
}

/** Bilinear samples of `region` at every crop pixel's centre; `toRegion` maps crop to block coordinates. */
function sample(region: Region, toRegion: Similarity): Crop {
  const { data, width, height } = region;
  const crop = new Uint8Array(CROP_SIZE * CROP_SIZE * 3);
  const at = (x: number, y: number, channel: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? GREY : (data[(y * width + x) * 3 + channel] as number);
  let o = 0;
  for (let v = 0.5; v < CROP_SIZE; v++) {
    for (let u = 0.5; u < CROP_SIZE; u++) {
      const x = toRegion.a * u - toRegion.b * v + toRegion.tx - 0.5 - region.left;
      const y = toRegion.b * u + toRegion.a * v + toRegion.ty - 0.5 - region.top;
      const x0 = Math.floor(x);
      const y0 = Math.floor(y);
      const fx = x - x0;
      const fy = y - y0;
      for (let channel = 0; channel < 3; channel++) {
        const upper = at(x0, y0, channel) * (1 - fx) + at(x0 + 1, y0, channel) * fx;
        const lower = at(x0, y0 + 1, channel) * (1 - fx) + at(x0 + 1, y0 + 1, channel) * fx;
        crop[o++] = Math.floor(upper * (1 - fy) + lower * fy + 0.5);
      }
    }
  }
  return crop;
}

/**
 * The face with `keypoints` (BlazeFace's six, or its first four: right eye, left eye, nose tip, mouth centre; pixels)
 * carried onto the 112 px square. Strong shrinking averages blocks first, so that nothing is skipped; then bilinear.
 * @throws EngineError `degenerate-keypoints`
 */
export function alignFace(picture: Pixels, keypoints: readonly Point[]): Crop {
  if (keypoints.length < 4) throw new EngineError('degenerate-keypoints', 'Four keypoints are needed to align a face.');
  const toSource = invert(fitSimilarity(keypoints.slice(0, 4), TARGET_POINTS));
  const k = Math.max(1, Math.floor(Math.hypot(toSource.a, toSource.b)));
  const region = boxAverage(picture, k, neededBlocks(toSource, k, picture));
  const { a, b, tx, ty } = toSource;
  return sample(region, { a: a / k, b: b / k, tx: tx / k, ty: ty / k });
}
