/** The shapes that requests, replies and live events are made of. */
import * as v from 'valibot';

/** SHA-256 of the image's bytes, in lower-case hexadecimal. */
export const MemeId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const Uuid = v.pipe(v.string(), v.uuid());

/**
 * What became of a picture.
 * - `added`: it is in the library now, with `faces` faces.
 * - `duplicate`: the same bytes were in the library already.
 * - `no-face`: nothing was stored; it waits in the inbox under `inbox` for an "add anyway".
 */
export const AddReport = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('added'), meme: MemeId, faces: v.number() }),
  v.strictObject({ outcome: v.literal('duplicate'), meme: MemeId }),
  v.strictObject({ outcome: v.literal('no-face'), inbox: Uuid }),
]);
export type AddReport = v.InferOutput<typeof AddReport>;

export const Rung = v.picklist(['paste', 'beforeinput', 'drop', 'file-input']);
export type Rung = v.InferOutput<typeof Rung>;

/**
 * What became of an insertion.
 * - `inserted`: the page was seen to take the file (`signal` says how). `sent`: the chat has sent it as well.
 * - `probably`: the page accepted the file, but nothing proves that it is in the message; there must be no second try.
 * - `would-send`: this chat sends a picture the moment it gets it, and nobody said that it may: nothing was done.
 * - `refused`: no rung worked; `reason` says why, the clipboard is what is left.
 * - `no-composer`: nothing to write in was found.
 */
export const InsertReport = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('inserted'),
    composer: v.string(),
    rung: Rung,
    signal: v.string(),
    sent: v.optional(v.boolean()),
  }),
  v.strictObject({
    outcome: v.literal('probably'),
    composer: v.string(),
    rung: v.optional(Rung),
    reason: v.optional(v.string()),
  }),
  v.strictObject({ outcome: v.literal('would-send'), composer: v.string() }),
  v.strictObject({
    outcome: v.literal('refused'),
    composer: v.string(),
    reason: v.string(),
    /** The site's own words, for the user's eyes only. */
    says: v.optional(v.string()),
  }),
  v.strictObject({ outcome: v.literal('no-composer'), reason: v.string() }),
]);
export type InsertReport = v.InferOutput<typeof InsertReport>;

/**
 * A composer as its frame sees it. `usedAt` is epoch milliseconds, 0 when it never had the cursor. `why` it was chosen
 * in its frame: it has the cursor, had it last, or is the only box of a kind that is known by sight.
 */
export const Candidate = v.strictObject({
  composer: v.string(),
  editor: v.string(),
  /** The selector that it was known by; of a box that no table knows, the tag. */
  selector: v.string(),
  host: v.string(),
  why: v.picklist(['cursor', 'last-used', 'only-one']),
  /** A plain line of text: taken only where the tab has no other composer. */
  lastResort: v.boolean(),
  active: v.boolean(),
  usedAt: v.number(),
});
export type Candidate = v.InferOutput<typeof Candidate>;

/** One rung as it was tried. Times are milliseconds since the insertion began. No text of the page is in it. */
export const Attempt = v.strictObject({
  rung: Rung,
  response: v.picklist(['accepted', 'ignored', 'unavailable']),
  at: v.number(),
  /** What the page showed. `proof`: only this file explains it. `hint`: something else might. */
  signs: v.array(v.strictObject({ sign: v.string(), weight: v.picklist(['proof', 'hint']), at: v.number() })),
});
export type Attempt = v.InferOutput<typeof Attempt>;

/** What the content script answers: the report, and how it came about. */
export const InsertResult = v.strictObject({ report: InsertReport, attempts: v.array(Attempt), took: v.number() });
export type InsertResult = v.InferOutput<typeof InsertResult>;

export const Toast = v.strictObject({
  kind: v.picklist(['working', 'done', 'question', 'error']),
  text: v.string(),
  /** A picture that can be added all the same; shows the button for it. */
  inbox: v.optional(Uuid),
  /** A meme without a face, which can be taught one; shows the button for it. */
  teach: v.optional(MemeId),
  /** The work it speaks of: a later toast of the same job takes its place. */
  job: v.optional(Uuid),
});
export type Toast = v.InferOutput<typeof Toast>;

const Point = v.tuple([v.number(), v.number()]);
export const Box = v.strictObject({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });

const place = v.pipe(v.number(), v.minValue(0));
const length = v.pipe(v.number(), v.minValue(1));
/** x, y, width, height in pixels. */
export const DrawnBox = v.tuple([place, place, length, length]);

export const Camera = v.strictObject({ id: v.string(), label: v.string() });
export type Camera = v.InferOutput<typeof Camera>;

/**
 * A meme that wears the face in front of the camera. `closeness`: of 100 random faces, how many are farther. `frame`:
 * in which of an animation's frames it does; 0 for a still. `distance`: what it is ranked by, shortened by picks.
 */
export const MatchedMeme = v.strictObject({
  meme: MemeId,
  frame: v.number(),
  distance: v.number(),
  closeness: v.number(),
});
export type MatchedMeme = v.InferOutput<typeof MatchedMeme>;

/** Milliseconds spent in each stage of the pipeline. */
export const StageTimings = v.strictObject({
  detect: v.number(),
  align: v.number(),
  embed: v.number(),
  match: v.number(),
  total: v.number(),
});
export type StageTimings = v.InferOutput<typeof StageTimings>;

/** One camera frame, understood. Boxes and keypoints in the frame's pixels, unmirrored. */
export const LiveResult = v.strictObject({
  frame: v.number(),
  size: v.strictObject({ width: v.number(), height: v.number() }),
  /** How many faces are in view; the largest counts. */
  faces: v.number(),
  face: v.nullable(v.strictObject({ box: Box, keypoints: v.array(Point), score: v.number() })),
  light: v.picklist(['ok', 'dark']),
  /** What the face says in words, likeliest first. */
  expressions: v.array(v.strictObject({ name: v.string(), likeness: v.number() })),
  /** How long this expression has been held, in milliseconds; 0 for a neutral face. */
  heldMs: v.number(),
  matches: v.array(MatchedMeme),
  /** As in the view's `watch`: what these matches were searched by. */
  words: v.exactOptional(v.string()),
  kept: v.exactOptional(v.number()),
  timings: StageTimings,
});
export type LiveResult = v.InferOutput<typeof LiveResult>;

/** What a view's words find, whatever the face: how many memes, and the best of them. */
export const Found = v.strictObject({ words: v.string(), memes: v.number(), best: v.array(MemeId) });
export type Found = v.InferOutput<typeof Found>;

/** What the camera and the engine are doing: each has its own face in a view. */
export const LiveState = v.variant('phase', [
  v.strictObject({ phase: v.literal('loading'), progress: v.number(), step: v.string() }),
  v.strictObject({
    phase: v.literal('watching'),
    camera: Camera,
    cameras: v.array(Camera),
    backend: v.string(),
    memes: v.number(),
  }),
  v.strictObject({ phase: v.literal('permission-needed') }),
  v.strictObject({ phase: v.literal('permission-denied') }),
  v.strictObject({ phase: v.literal('no-camera') }),
  v.strictObject({ phase: v.literal('camera-busy') }),
  v.strictObject({ phase: v.literal('camera-lost') }),
  v.strictObject({ phase: v.literal('failed'), message: v.string() }),
]);
export type LiveState = v.InferOutput<typeof LiveState>;
