/**
 * The starter stickers: drawings of faces, each placed in the embedding space by the expressions it shows.
 * From models/prototypes.json (what real faces wear), models/stickers.json (which drawing shows what) and the npm package
 * @lobehub/fluent-emoji-3d (MIT) come catalogue.json and the pictures beside it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { Catalogue, CatalogueSticker } from '../src/library/catalogue.ts';
import { DIMENSIONS } from '../src/library/schema.ts';
import { root } from './paths.ts';

const Prototypes = v.object({
  /** The embedder's version. */
  model: v.pipe(v.string(), v.nonEmpty()),
  prototypes: v.array(
    v.object({
      name: v.string(),
      /** Mean of the unit embeddings of the faces that wear it. */
      mean: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(DIMENSIONS)),
    }),
  ),
});

const Sticker = v.object({
  file: v.pipe(v.string(), v.regex(/^[\w-]+\.webp$/)),
  name: v.pipe(v.string(), v.nonEmpty()),
  tags: v.array(v.string()),
  /** How much of each named expression it shows; shares of a whole, whatever they add up to. */
  expressions: v.record(v.string(), v.pipe(v.number(), v.finite(), v.gtValue(0))),
});
type Sticker = v.InferOutput<typeof Sticker>;
const Stickers = v.object({ stickers: v.pipe(v.array(Sticker), v.nonEmpty()) });
const Embedder = v.object({ version: v.string() });

export class StarterError extends Error {
  override readonly name = 'StarterError';
  readonly code = 'starter';
}

const PICTURES = join(root, 'node_modules/@lobehub/fluent-emoji-3d/assets');

/**
 * Writes `catalogue.json` and the stickers' pictures into `outDir`, and removes pictures that are no sticker any more.
 * @throws StarterError when an expression has no prototype, a picture is missing, or the prototypes are of another
 * embedder
 */
export async function build(outDir: string, models = join(root, 'models'), pictures = PICTURES): Promise<void> {
  const { model, prototypes } = read(join(models, 'prototypes.json'), Prototypes);
  const { version } = read(join(models, 'embedder/meta.json'), Embedder);
  if (model !== version) {
    throw new StarterError(`models/prototypes.json is of the embedder ${model}, but ${version} is the one that ships.`);
  }
  const { stickers } = read(join(models, 'stickers.json'), Stickers);
  const means = new Map(prototypes.map(({ name, mean }) => [name, mean]));

  mkdirSync(outDir, { recursive: true });
  const made = stickers.map((sticker) => make(sticker, means, pictures));
  refuseTwins(made.map(({ entry }) => entry));
  const catalogue: Catalogue = { model, stickers: made.map(({ entry }) => entry) };
  const files = new Map<string, Uint8Array>(made.map(({ entry, bytes }) => [entry.file, bytes]));
  files.set('catalogue.json', Buffer.from(`${JSON.stringify(catalogue)}\n`));
  for (const [file, bytes] of files) writeIfChanged(join(outDir, file), bytes);
  for (const file of readdirSync(outDir)) if (!files.has(file)) rmSync(join(outDir, file));
}

function read<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  const name = basename(path);
  if (!existsSync(path)) throw new StarterError(`${path} is missing; training makes it.`);
  const parsed = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new StarterError(`${name}, ${v.getDotPath(issue) ?? 'whole file'}: ${issue.message}`);
}

function make(sticker: Sticker, means: ReadonlyMap<string, readonly number[]>, pictures: string) {
  const { file, name, tags, expressions } = sticker;
  const path = join(pictures, file);
  if (!existsSync(path)) throw new StarterError(`The picture ${file} of "${name}" is not in ${pictures}.`);
  const bytes = readFileSync(path);
  const embedding = blend(sticker, means, expressions);
  const spread = Math.max(0, 1 - embedding.reduce((sum, value) => sum + value ** 2, 0));
  const id = createHash('sha256').update(bytes).digest('hex');
  const size = { size: bytes.length, ...webpSize(bytes, file) };
  const entry: CatalogueSticker = { file, name, tags, type: 'image/webp', ...size, id, embedding, spread };
  return { entry, bytes };
}

/** The mean of all faces that wear one of the expressions, each expression by its share. Six digits are plenty. */
function blend({ name }: Sticker, means: ReadonlyMap<string, readonly number[]>, shares: Sticker['expressions']) {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  if (total === 0) throw new StarterError(`The sticker "${name}" shows no expression.`);
  const embedding = new Array<number>(DIMENSIONS).fill(0);
  for (const [expression, share] of Object.entries(shares)) {
    const mean = means.get(expression);
    if (!mean) throw new StarterError(`The sticker "${name}" shows "${expression}", which has no prototype.`);
    mean.forEach((value, i) => {
      embedding[i] = (embedding[i] ?? 0) + (value * share) / total;
    });
  }
  return embedding.map((value) => Number(value.toFixed(6)));
}

/** The canvas of an extended WebP: 24 bits each, less one, at byte 24 (RFC 9649, section 2.7). */
function webpSize(bytes: Buffer, file: string): { width: number; height: number } {
  if (bytes.toString('latin1', 8, 16) !== 'WEBPVP8X') throw new StarterError(`${file} is no extended WebP.`);
  return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}

function refuseTwins(entries: readonly CatalogueSticker[]): void {
  const seen = new Map<string, string>();
  for (const { id, file } of entries) {
    const twin = seen.get(id);
    if (twin !== undefined) throw new StarterError(`${file} is the same picture as ${twin}.`);
    seen.set(id, file);
  }
}

function writeIfChanged(path: string, bytes: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  writeFileSync(path, bytes);
}
