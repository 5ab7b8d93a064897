/**
 * A face, upright and centred, in a square of 112 px. The Python twin that made the training crops is training/crop.py:
 * the same text, the same numbers.
 */
import { EngineError } from './errors.ts';
import { type Pixels, type Readable, readable } from './pixels.ts';
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

/** RGB of 112×112 pixels, 0 to 255, rows from the top. */
export type Crop = Uint8Array<ArrayBuffer>;

/** Float RGB of a rectangle of k×k blocks; `left` and `top` count blocks from the picture's origin. */
interface Region {
  readonly data: Float32Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The blocks that the crop's corners span, with one around them for the bilinear neighbours; grey. */
function emptyRegion(toSource: Similarity, k: number): Region {
  const corners = [0, CROP_SIZE].flatMap((u) => [0, CROP_SIZE].map((v) => apply(toSource, [u, v])));
  const span = (axis: 0 | 1): [number, number] => {
    const values = corners.map((corner) => corner[axis] / k);
    const first = Math.floor(Math.min(...values)) - 1;
    return [first, Math.ceil(Math.max(...values)) + 2 - first];
  };
  const [left, width] = span(0);
  const [top, height] = span(1);
  return { left, top, width, height, data: new Float32Array(width * height * 3).fill(GREY) };
}

/**
 * Writes the mean of every k×k block that the picture has, counted from its origin; the last partial row and column
 * average the pixels they have. Transparent pixels lie on grey.
 */
function boxAverage(picture: Readable, k: number, region: Region): void {
  const { width, height } = picture;
  const [x, y] = [region.left * k, region.top * k];
  const { data, ...part } = picture.part({ x, y, width: region.width * k, height: region.height * k });
  const lastRow = Math.min(region.top + region.height, Math.ceil(height / k));
  const lastColumn = Math.min(region.left + region.width, Math.ceil(width / k));
  const firstColumn = Math.max(region.left, 0);
  for (let row = Math.max(region.top, 0); row < lastRow; row++) {
    const yEnd = Math.min((row + 1) * k, height);
    let o = ((row - region.top) * region.width + firstColumn - region.left) * 3;
    for (let column = firstColumn; column < lastColumn; column++) {
      const xEnd = Math.min((column + 1) * k, width);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = row * k; y < yEnd; y++) {
        const start = (y - part.top) * part.width - part.left;
        for (let i = (start + column * k) * 4, end = (start + xEnd) * 4; i < end; i += 4) {
          if (data[i + 3] === 255) {
            // Camera frames and most memes have nothing else; the sums are the same.
            r += data[i] as number;
            g += data[i + 1] as number;
            b += data[i + 2] as number;
            continue;
          }
          const alpha = (data[i + 3] as number) / 255;
          const grey = GREY * (1 - alpha);
          r += (data[i] as number) * alpha + grey;
          g += (data[i + 1] as number) * alpha + grey;
          b += (data[i + 2] as number) * alpha + grey;
        }
      }
      const count = (yEnd - row * k) * (xEnd - column * k);
      region.data[o++] = r / count;
      region.data[o++] = g / count;
      region.data[o++] = b / count;
    }
  }
}

/** Bilinear samples at every crop pixel's centre; `toBlocks` maps the crop to block coordinates. */
function sample({ data, left, top, width }: Region, toBlocks: Similarity): Crop {
  const crop = new Uint8Array(CROP_SIZE * CROP_SIZE * 3);
  const row = width * 3;
  let o = 0;
  for (let v = 0.5; v < CROP_SIZE; v++) {
    for (let u = 0.5; u < CROP_SIZE; u++) {
      const x = toBlocks.a * u - toBlocks.b * v + toBlocks.tx - 0.5 - left;
      const y = toBlocks.b * u + toBlocks.a * v + toBlocks.ty - 0.5 - top;
      const x0 = Math.floor(x);
      const y0 = Math.floor(y);
      const fx = x - x0;
      const fy = y - y0;
      const nearX = 1 - fx;
      const nearY = 1 - fy;
      for (let i = y0 * row + x0 * 3, end = i + 3; i < end; i++) {
        const upper = (data[i] as number) * nearX + (data[i + 3] as number) * fx;
        const lower = (data[i + row] as number) * nearX + (data[i + row + 3] as number) * fx;
        crop[o++] = Math.floor(upper * nearY + lower * fy + 0.5);
      }
    }
  }
  return crop;
}

/**
 * Carries the crop's square onto the picture.
 * @throws EngineError `degenerate-keypoints`
 */
export function squareOf(keypoints: readonly Point[]): Similarity {
  if (keypoints.length < 4) throw new EngineError('degenerate-keypoints', 'Four keypoints are needed to align a face.');
  return invert(fitSimilarity(keypoints.slice(0, 4), TARGET_POINTS));
}

/**
 * The face with `keypoints` (BlazeFace's six, or its first four: right eye, left eye, nose tip, mouth centre; pixels)
 * carried onto the 112 px square. Strong shrinking averages blocks first, so that nothing is skipped; then bilinear.
 * @throws EngineError `degenerate-keypoints`
 */
export function alignFace(picture: Pixels | Readable, keypoints: readonly Point[]): Crop {
  const toSource = squareOf(keypoints);
  const k = Math.max(1, Math.floor(Math.hypot(toSource.a, toSource.b)));
  const region = emptyRegion(toSource, k);
  boxAverage('data' in picture ? readable(picture) : picture, k, region);
  const { a, b, tx, ty } = toSource;
  return sample(region, { a: a / k, b: b / k, tx: tx / k, ty: ty / k });
}
