/** What light, lenses, networks and people do to a picture of a face: one change at a time. */
import sharp, { type Sharp } from 'sharp';

/** A square picture with one face in its middle. */
export interface Portrait {
  readonly png: Buffer;
  /** Pixels a side. */
  readonly side: number;
  /** Width of the detector's box round the face, in pixels. */
  readonly face: number;
  /** Middles of the right and left eye and of the mouth, in pixels; the right eye is on the left. */
  readonly eyes: readonly [readonly [number, number], readonly [number, number]];
  readonly mouth: readonly [number, number];
}

type Change = (portrait: Portrait) => Promise<Buffer> | Buffer;

const GREY = { r: 128, g: 128, b: 128 };
const png = (picture: Sharp): Promise<Buffer> => picture.png({ compressionLevel: 3 }).toBuffer();

/** Draws SVG over the picture. */
const drawn =
  (svg: (portrait: Portrait) => string): Change =>
  (portrait) => {
    const { png: picture, side } = portrait;
    const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${svg(portrait)}</svg>`;
    return png(sharp(picture).composite([{ input: Buffer.from(overlay) }]));
  };

const light =
  (factor: number): Change =>
  ({ png: picture }) =>
    png(sharp(picture).linear(factor, 0));
const blurred =
  (part: number): Change =>
  ({ png: picture, face }) =>
    png(sharp(picture).blur(part * face));
const jpeg =
  (quality: number): Change =>
  ({ png: picture }) =>
    sharp(picture).jpeg({ quality }).toBuffer();
const tilted =
  (degrees: number): Change =>
  ({ png: picture }) =>
    png(sharp(picture).rotate(degrees, { background: GREY }));

/** The face `width` pixels wide. */
const scaled =
  (width: number): Change =>
  ({ png: picture, side, face }) =>
    png(sharp(picture).resize(Math.round((side * width) / face)));

const fromOneSide = drawn(
  ({ side }) =>
    `<defs><linearGradient id="g"><stop offset="0.25" stop-opacity="0.8"/><stop offset="0.75" stop-opacity="0"/>` +
    `</linearGradient></defs><rect width="${side}" height="${side}" fill="url(#g)"/>`,
);

/** A plain hand or board before one half of the picture; `x` and `width` in parts of it. */
const covered = (x: number, width: number): Change =>
  drawn(({ side }) => `<rect x="${x * side}" width="${width * side}" height="${side}" fill="#777"/>`);

const scarf = drawn(({ side, face, mouth: [, y] }) => {
  const top = y - 0.17 * face;
  return `<rect y="${top}" width="${side}" height="${side - top}" fill="#347"/>`;
});

/** Glasses drawn round the eyes; `fill` is the lenses'. */
const glasses = (fill: string): Change =>
  drawn(({ eyes: [right, left] }) => {
    const apart = Math.hypot(left[0] - right[0], left[1] - right[1]);
    const lens = ([x, y]: readonly [number, number]): string =>
      `<ellipse cx="${x}" cy="${y}" rx="${0.4 * apart}" ry="${0.32 * apart}"/>`;
    const bridge = `<path d="M${right[0] + 0.4 * apart} ${right[1]} L${left[0] - 0.4 * apart} ${left[1]}"/>`;
    return `<g fill="${fill}" stroke="#111" stroke-width="${0.06 * apart}">${lens(right)}${lens(left)}${bridge}</g>`;
  });

/**
 * The head turned by `degrees`, as if it were a cylinder 1.3 times as wide as the face: what comes into view beyond
 * its edge is not known and stays grey. No real turn, but the same for everybody.
 */
const turned =
  (degrees: number): Change =>
  async ({ png: picture, side, face }) => {
    const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const out = Buffer.alloc(side * side * 3, GREY.r);
    const [radius, turn] = [0.65 * face, (degrees * Math.PI) / 180];
    for (let x = 0; x < side; x += 1) {
      const across = (x + 0.5 - side / 2) / radius;
      if (Math.abs(across) >= 1) continue;
      const from = Math.asin(across) - turn;
      if (Math.abs(from) >= Math.PI / 2) continue;
      const source = Math.floor(side / 2 + radius * Math.sin(from));
      if (source < 0 || source >= side) continue;
      for (let y = 0; y < side; y += 1)
        data.copy(out, (y * side + x) * 3, (y * side + source) * 3, (y * side + source) * 3 + 3);
    }
    return png(sharp(out, { raw: { width: side, height: side, channels: 3 } }));
  };

/** By the name that the table gives them. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'a third of the light': light(0.33),
  'too much light': light(1.8),
  'light from one side': fromOneSide,
  'blurred, 2 % of the face': blurred(0.02),
  'blurred, 4 % of the face': blurred(0.04),
  'JPEG, quality 30': jpeg(30),
  'JPEG, quality 10': jpeg(10),
  'face 40 px wide': scaled(40),
  'face 64 px wide': scaled(64),
  'face 100 px wide': scaled(100),
  'face 400 px wide': scaled(400),
  'tilted −30°': tilted(-30),
  'tilted −15°': tilted(-15),
  'tilted 15°': tilted(15),
  'tilted 30°': tilted(30),
  'turned −20°': turned(-20),
  'turned 20°': turned(20),
  'left half covered': covered(0, 0.5),
  'right half covered': covered(0.5, 0.5),
  'mouth covered': scarf,
  glasses: glasses('rgb(255 255 255 / 0.12)'),
  sunglasses: glasses('#111'),
  mirrored: ({ png: picture }) => png(sharp(picture).flop()),
  grey: ({ png: picture }) => png(sharp(picture).greyscale().toColourspace('srgb')),
};
