/** Which drawing and which face stand for a named expression. */

export interface Prototype {
  readonly name: string;
  readonly mean: readonly number[];
}

export interface Sticker {
  readonly file: string;
  /** Shares of named expressions. */
  readonly expressions: Readonly<Record<string, number>>;
}

export interface Face {
  readonly photo: string;
  readonly box: readonly [number, number, number, number];
  readonly embedding: readonly number[];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Of `items` the one with the greatest `value`; the first of equals. */
function best<T>(items: readonly T[], value: (item: T) => number): T {
  const values = items.map(value);
  const item = items[values.indexOf(Math.max(...values))];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

const shareOf = ({ expressions }: Sticker, name: string): number => {
  const total = Object.values(expressions).reduce((sum, share) => sum + share, 0);
  return (expressions[name] ?? 0) / total;
};

/** Yellow faces, without cats, devils and aliens: they show an expression and nothing else. */
const PLAIN = /^(1f6[0-3][0-9a-f]|1f64[1-4]|1f91[0-9a-f]|1f92[0-9a-f]|1f97[0-9a-f]|1fae[0-9a-f]|263a|2639)/;
const DISGUISED = /^(1f608|1f638|1f639|1f63[a-f]|1f640|1f916|1f921|1f920|1f978)/;
const plainness = ({ file }: Sticker): number => (PLAIN.test(file) && !DISGUISED.test(file) ? 1 : 0.4);

/** The drawing that shows the most of it, rather a plain one; where no drawing is said to show it, the one placed nearest to it. */
export function drawingOf(
  { name, mean }: Prototype,
  prototypes: readonly Prototype[],
  stickers: readonly Sticker[],
): { readonly sticker: Sticker; readonly isItsOwn: boolean } {
  const own = best(stickers, (sticker) => plainness(sticker) * shareOf(sticker, name));
  if (shareOf(own, name) > 0) return { sticker: own, isItsOwn: true };
  const likeness = new Map(prototypes.map((other) => [other.name, dot(mean, other.mean)]));
  const near = (sticker: Sticker): number =>
    Object.keys(sticker.expressions).reduce(
      (sum, shown) => sum + shareOf(sticker, shown) * (likeness.get(shown) ?? 0),
      0,
    );
  return { sticker: best(stickers, (sticker) => plainness(sticker) * near(sticker)), isItsOwn: false };
}

/** At which place among a face's likeliest names, from 1, `name` comes: as src/engine/expressions.ts ranks them. */
function placeOf(name: string, face: Face, prototypes: readonly Prototype[]): number {
  const likeness = prototypes.map(({ mean }) => dot(face.embedding, mean));
  const own = likeness[prototypes.findIndex((prototype) => prototype.name === name)] ?? Number.NaN;
  return 1 + likeness.filter((value) => value > own).length;
}

/** The face on which the name comes first among all names, or nearest to first; of several the nearest to the name. */
export function nearestFace(
  { name, mean }: Prototype,
  prototypes: readonly Prototype[],
  faces: readonly Face[],
): { readonly face: Face; readonly place: number } {
  const face = best(faces, (one) => dot(one.embedding, mean) - prototypes.length * placeOf(name, one, prototypes));
  return { face, place: placeOf(name, face, prototypes) };
}
