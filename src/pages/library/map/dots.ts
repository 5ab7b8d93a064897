/** Dots, written straight into the canvas's pixels: a drawing call for each of 60,000 would take far longer than a frame. */

export interface Raster {
  /** One number a pixel, as ImageData has them: alpha, blue, green, red from the highest byte down. */
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/** How much of each pixel of a square is covered by the disc in it, 0 to 255. */
export interface Disc {
  /** Pixels from the middle one to the edge. */
  readonly reach: number;
  readonly cover: Uint8Array;
}

/** @param radius in pixels */
export function discOf(radius: number): Disc {
  const reach = Math.ceil(radius);
  const side = 2 * reach + 1;
  const cover = new Uint8Array(side * side);
  return {
    reach,
    cover: cover.map((_, at) => {
      const distance = Math.hypot((at % side) - reach, Math.floor(at / side) - reach);
      return Math.round(255 * Math.min(1, Math.max(0, radius + 0.5 - distance)));
    }),
  };
}

/**
 * Writes a disc around the pixel (x, y), its edge half transparent; what lies outside the raster is left out. Where
 * discs meet, the one that covers more of a pixel keeps it, the later among equals.
 */
export function stamp(
  { pixels, width, height }: Raster,
  { reach, cover }: Disc,
  x: number,
  y: number,
  colour: number,
): void {
  const side = 2 * reach + 1;
  const rgb = colour & 0xffffff;
  const firstRow = Math.max(0, y - reach);
  const lastRow = Math.min(height - 1, y + reach);
  const first = Math.max(0, x - reach);
  const last = Math.min(width - 1, x + reach);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const line = (row - y + reach) * side + reach - x;
    for (let column = first; column <= last; column += 1) {
      const alpha = cover[line + column] ?? 0;
      const at = row * width + column;
      if (alpha > 0 && alpha >= (pixels[at] ?? 0) >>> 24) pixels[at] = ((alpha << 24) | rgb) >>> 0;
    }
  }
}
