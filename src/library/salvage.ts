/** Records of an older, a newer or a damaged library, as far as they can be understood. */
import * as v from 'valibot';
import { isSound } from './packs/vectors.ts';
import { DIMENSIONS, type Face, type Meme } from './schema.ts';

const text = v.fallback(v.string(), '');
const count = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** What cannot be made up must be right; what can, may lack. Fields of a newer Gurn are left out. */
const SavedMeme = v.object({
  id: v.string(),
  name: v.fallback(v.pipe(v.string(), v.nonEmpty()), 'Without a name'),
  source: text,
  title: text,
  tags: v.fallback(v.array(v.string()), []),
  type: v.string(),
  size: v.number(),
  width: v.number(),
  height: v.number(),
  animated: v.fallback(v.boolean(), false),
  added: count,
  used: v.fallback(v.object({ count, last: count }), { count: 0, last: 0 }),
  indexed: text,
  fingerprint: v.fallback(v.pipe(v.string(), v.regex(/^([0-9a-f]{16})?$/)), ''),
});

const SavedFace = v.object({
  meme: v.string(),
  origin: v.picklist(['detected', 'drawn', 'placed', 'taught']),
  frame: count,
  box: v.nullable(v.strictTuple([v.number(), v.number(), v.number(), v.number()])),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  embedding: v.pipe(v.instance(Float32Array), v.length(DIMENSIONS)),
  spread: v.number(),
  model: v.pipe(v.string(), v.nonEmpty()),
});

/** `undefined`: too little is left of the record. */
export function readMeme(id: string, record: unknown): Meme | undefined {
  const meme = v.safeParse(SavedMeme, record);
  return meme.success && meme.output.id === id ? meme.output : undefined;
}

/** Faces by their meme, and how many records were no faces. */
export function facesByMeme(records: readonly unknown[]): { byMeme: Map<string, Face[]>; lost: number } {
  const byMeme = new Map<string, Face[]>();
  let lost = 0;
  for (const record of records) {
    const face = v.safeParse(SavedFace, record);
    if (face.success && isSound(face.output, face.output.embedding)) {
      const embedding = face.output.embedding.slice();
      byMeme.set(face.output.meme, [...(byMeme.get(face.output.meme) ?? []), { ...face.output, embedding }]);
    } else lost++;
  }
  return { byMeme, lost };
}
