/** The list of a pack, `manifest.json`: see docs/pack-format.md. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { TYPES } from './names.ts';
import { isPlain } from './text.ts';

export const FORMAT = 'gurnpack';
export const VERSION = 1;

const text = (length: number) => v.pipe(v.string(), v.maxLength(length), v.check(isPlain, UNSEEN_TEXT));
/** The message of an issue that is about characters, told apart from one about shape. */
export const UNSEEN_TEXT = 'characters that cannot be shown';

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const model = v.pipe(text(LIMITS.model), v.nonEmpty());
/** A face's box may reach out of its picture, but not by this many pixels. */
const pixel = between(-LIMITS.side, 2 * LIMITS.side);
const milliseconds = whole(0, Number.MAX_SAFE_INTEGER);

export const PackedFace = v.strictObject({
  origin: v.picklist(['detected', 'drawn', 'placed', 'taught']),
  frame: whole(0, 1_000_000),
  box: v.nullable(v.strictTuple([pixel, pixel, pixel, pixel])),
  score: between(0, 1),
  spread: between(0, 1),
  model,
  /** Its row of the vectors. */
  vector: whole(0, LIMITS.faces - 1),
});
export type PackedFace = v.InferOutput<typeof PackedFace>;

export const PackedMeme = v.strictObject({
  id: hex(64),
  name: text(LIMITS.name),
  title: text(LIMITS.title),
  source: text(LIMITS.source),
  tags: v.pipe(v.array(v.pipe(text(LIMITS.tag), v.nonEmpty())), v.maxLength(LIMITS.tags)),
  type: v.picklist(TYPES),
  size: whole(1, LIMITS.picture),
  width: whole(1, LIMITS.side),
  height: whole(1, LIMITS.side),
  animated: v.boolean(),
  indexed: text(LIMITS.model),
  fingerprint: v.union([v.literal(''), hex(16)]),
  /** Both only in a pack that a person makes for himself. */
  added: v.exactOptional(milliseconds),
  used: v.exactOptional(v.strictObject({ count: whole(0, Number.MAX_SAFE_INTEGER), last: milliseconds })),
  faces: v.pipe(v.array(PackedFace), v.maxLength(LIMITS.facesOfMeme)),
});
export type PackedMeme = v.InferOutput<typeof PackedMeme>;

/** What is read first: a newer version's list may look otherwise. */
export const Heading = v.object({ format: v.literal(FORMAT), version: whole(1, 1_000_000) });

export const Manifest = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  created: v.pipe(v.string(), v.isoTimestamp()),
  generator: text(LIMITS.generator),
  vectors: v.strictObject({ rows: whole(0, LIMITS.faces), sha256: hex(64) }),
  memes: v.pipe(v.array(PackedMeme), v.minLength(1), v.maxLength(LIMITS.memes)),
});
export type Manifest = v.InferOutput<typeof Manifest>;
