/**
 * A perceptual hash of a picture: pictures that look the same have nearly the same 64 bits, however they were saved,
 * resized or brightened. DCT-based, after Zauner, "Implementation and benchmarking of perceptual image hash functions"
 * (2010); the lowest 64 frequencies without the mean, each above or below their median.
 */

/** Pixels a side that are looked at. */
const SIDE = 32;

/** The lowest frequencies, those of the same sum together; the mean brightness (0, 0) says nothing of the picture. */
const FREQUENCIES = Array.from({ length: 144 }, (_, i) => [i % 12, Math.floor(i / 12)] as const)
  .filter(([u, v]) => u + v > 0)
  .sort(([u, v], [s, t]) => u + v - (s + t) || u - s)
  .slice(0, 64);

const COSINES = Array.from({ length: 12 }, (_, k) =>
  Float64Array.from({ length: SIDE }, (_, n) => Math.cos((Math.PI * (2 * n + 1) * k) / (2 * SIDE))),
);

let canvas: OffscreenCanvasRenderingContext2D | undefined;

function context(): OffscreenCanvasRenderingContext2D {
  // Kept out of the GPU: every pixel is read back.
  canvas ??= new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true, alpha: false }) ?? undefined;
  if (!canvas) throw new Error('This browser gives no 2D canvas.');
  return canvas;
}

/** The fingerprint of an opened picture, on white where it is transparent: 16 hexadecimal digits. */
export function fingerprint(picture: ImageBitmap): string {
  const to = context();
  to.fillStyle = '#fff';
  to.fillRect(0, 0, SIDE, SIDE);
  to.imageSmoothingQuality = 'high';
  to.drawImage(picture, 0, 0, SIDE, SIDE);
  return fingerprintOf(to.getImageData(0, 0, SIDE, SIDE).data);
}

/** The fingerprint of 32×32 pixels, RGBA, opaque. */
export function fingerprintOf(pixels: Uint8ClampedArray): string {
  const grey = greyOf(pixels);
  const rows = COSINES.map((cosine) => byRow(grey, cosine));
  const values = FREQUENCIES.map(([u, v]) => rows[u] && dot(rows[u], COSINES[v])).map((value) => value ?? 0);
  const median = medianOf(values);
  let digits = '';
  for (let start = 0; start < values.length; start += 4) {
    const nibble = values.slice(start, start + 4).reduce((bits, value) => bits * 2 + (value > median ? 1 : 0), 0);
    digits += nibble.toString(16);
  }
  return digits;
}

/** Brightness of each pixel, as ITU-R BT.601 weighs the colours. */
function greyOf(pixels: Uint8ClampedArray): Float64Array {
  const at = (i: number): number => pixels[i] ?? 0;
  return Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    return 0.299 * at(4 * i) + 0.587 * at(4 * i + 1) + 0.114 * at(4 * i + 2);
  });
}

/** One frequency of every row. */
const byRow = (grey: Float64Array, cosine: Float64Array): Float64Array =>
  Float64Array.from({ length: SIDE }, (_, y) => dot(grey.subarray(y * SIDE, (y + 1) * SIDE), cosine));

const dot = (a: Float64Array, b: Float64Array | undefined): number =>
  a.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
