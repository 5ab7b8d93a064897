/** What `starter/catalogue.json` holds; tools/starter.ts writes it, seeding reads it. */
import * as v from 'valibot';
import { DIMENSIONS } from './schema.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const CatalogueSticker = v.strictObject({
  /** A file beside the catalogue. */
  file: v.pipe(v.string(), v.regex(/^[\w-]+\.webp$/)),
  name: v.pipe(v.string(), v.nonEmpty()),
  tags: v.array(v.string()),
  type: v.literal('image/webp'),
  size: positive,
  width: positive,
  height: positive,
  /** SHA-256 of the file. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Weighted mean of the unit vectors of the faces that wear the sticker's expression. */
  embedding: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(DIMENSIONS)),
  /** Variance of those faces: 1 - |embedding|². */
  spread: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
export type CatalogueSticker = v.InferOutput<typeof CatalogueSticker>;

export const Catalogue = v.strictObject({
  /** The embedder's version. */
  model: v.pipe(v.string(), v.nonEmpty()),
  stickers: v.array(CatalogueSticker),
});
export type Catalogue = v.InferOutput<typeof Catalogue>;
