/**
 * Portraits that alterations are tried on: the twelve close-ups of npm's sample photographs, and the largest clear faces
 * of the memes. Every face is 200 px wide, in the middle of a square 2.6 times as wide.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { shots } from '../../../tools/driver/shots.ts';
import { type EmbedResult, embedFiles, type FaceRecord } from '../../../tools/embed/index.ts';
import { CHANGES, type Portrait } from './alter.ts';
import type { PictureSet } from './set.ts';

const FACE = 200;
const ROOM = 2.6;
/** Memes whose face is this wide and found with this score: not enlarged much, and no doubt that it is one. */
const LEAST = { width: 110, score: 0.85 };
const MEMES = 12;

interface Source {
  readonly name: string;
  readonly path: string;
  /** Part of the picture that is looked at: left, top, width, height in pixels. */
  readonly face: FaceRecord;
}

export interface PortraitSet extends PictureSet {
  /** The unaltered ones, by their place in `ids`; then, for every change, its pictures' places in the same order. */
  readonly plain: readonly number[];
  readonly altered: ReadonlyMap<string, readonly number[]>;
}

/** The faces in `paths` as the product's detector finds them; kept in `file`, since no network matters to it. */
async function finds(paths: readonly string[], file: string): Promise<EmbedResult[]> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const found: EmbedResult[] = [];
  for await (const result of embedFiles(paths)) found.push(result);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(found.map((one) => ({ ...one, faces: one.faces.map(withoutVector) }))));
  return found;
}

const withoutVector = (face: FaceRecord): FaceRecord => ({ ...face, embedding: [] });

/** Of a photograph with many people, the one whose face is nearest to where the shot looks. */
async function shotSources(found: readonly EmbedResult[]): Promise<Source[]> {
  return Object.entries(shots).flatMap(([name, { photo, x, y }]) => {
    const result = found.find(({ file }) => file === photo);
    const off = ({ box: [left, top, width, height] }: FaceRecord): number =>
      Math.hypot(left + width / 2 - x * (result?.width ?? 0), top + height / 2 - y * (result?.height ?? 0));
    const [face] = result?.faces.toSorted((a, b) => off(a) - off(b)) ?? [];
    return face ? [{ name, path: photo, face }] : [];
  });
}

function memeSources(found: readonly EmbedResult[]): Source[] {
  return found
    .flatMap(({ file, faces: [face] }) => (face ? [{ name: basename(file), path: file, face }] : []))
    .filter(({ face }) => face.box[2] >= LEAST.width && face.score >= LEAST.score)
    .slice(0, MEMES);
}

async function portraitOf({ path, face }: Source): Promise<Portrait> {
  const [left, top, width, height] = face.box;
  const reach = Math.round((ROOM * width) / 2);
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const side = Math.round(ROOM * FACE);
  const scale = side / (2 * reach);
  const room = { top: reach, bottom: reach, left: reach, right: reach, background: { r: 128, g: 128, b: 128 } };
  const upright = sharp(path).rotate().removeAlpha().toColourspace('srgb').extend(room);
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  const png = await sharp(data, { raw: info })
    .extract({ left: x, top: y, width: 2 * reach, height: 2 * reach })
    .resize(side, side)
    .png()
    .toBuffer();
  const at = (point: number): [number, number] => {
    const [px = 0, py = 0] = face.keypoints[point] ?? [];
    return [(px - x + reach) * scale, (py - y + reach) * scale];
  };
  return { png, side, face: FACE, eyes: [at(0), at(1)], mouth: at(3) };
}

/** `memes`: paths of pictures. */
export async function portraitSet(memes: readonly string[], cache: string): Promise<PortraitSet> {
  const photos = [...new Set(Object.values(shots).map(({ photo }) => photo))];
  const found = await finds([...photos, ...memes], join(cache, 'finds.json'));
  const sources = [...(await shotSources(found)), ...memeSources(found.filter(({ file }) => !photos.includes(file)))];
  const changes = Object.keys(CHANGES);
  const names = sources.map(({ name }) => name);
  const byName = new Map(sources.map((source) => [source.name, source]));
  const portraits = new Map<string, Promise<Portrait>>();
  return {
    name: 'portraits',
    ids: [undefined, ...changes].flatMap((change) => names.map((name) => `${name}~${change ?? 'plain'}.png`)),
    plain: names.map((_, i) => i),
    altered: new Map(changes.map((change, c) => [change, names.map((_, i) => (c + 1) * names.length + i)])),
    async picture(id) {
      const [name = '', change = ''] = id.replace(/\.png$/, '').split('~');
      const source = byName.get(name);
      if (!source) throw new Error(`There is no portrait ${name}.`);
      const made = portraits.get(name) ?? portraitOf(source);
      portraits.set(name, made);
      const portrait = await made;
      return CHANGES[change]?.(portrait) ?? portrait.png;
    },
  };
}
