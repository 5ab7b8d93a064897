import type { Bytes } from '../bytes.ts';
import { damaged, truncated } from '../errors.ts';
import type { Format, Size, Survey } from './format.ts';

const BRANDS = ['avif', 'avis'];
const CONTAINERS = ['meta', 'iprp', 'ipco', 'moov', 'trak', 'mdia', 'minf', 'stbl'];
/** moov/trak/mdia/minf/stbl/stsz is the deepest of interest; a hostile file may nest millions. */
const MAX_DEPTH = 6;

interface Box {
  readonly type: string;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** ISO/IEC 14496-12: the boxes between `from` and `to`. */
function* boxes(file: Bytes, from: number, to: number): Generator<Box> {
  for (let at = from; at < to; ) {
    const short = file.u32(at, 'be');
    const header = short === 1 ? 16 : 8;
    const long = () => file.u32(at + 8, 'be') * 2 ** 32 + file.u32(at + 12, 'be');
    const length = short === 0 ? to - at : short === 1 ? long() : short;
    if (length < header) throw damaged('its structure is broken');
    if (at + length > to) throw truncated();
    yield { type: file.text(at + 4, 4), start: at + header, end: at + length };
    at += length;
  }
}

/** All boxes of interest, depth first. `meta` is a full box: four bytes of version and flags before its content. */
function* nested(file: Bytes, from = 0, to = file.length, depth = 1): Generator<Box> {
  for (const box of boxes(file, from, to)) {
    yield box;
    if (depth === MAX_DEPTH || !CONTAINERS.includes(box.type)) continue;
    yield* nested(file, box.start + (box.type === 'meta' ? 4 : 0), box.end, depth + 1);
  }
}

/** The largest extent that any item claims: of a picture made of tiles, the whole. */
function size(file: Bytes): Size {
  let largest: Size | undefined;
  for (const { type, start } of nested(file)) {
    if (type !== 'ispe') continue;
    const extent = { width: file.u32(start + 4, 'be'), height: file.u32(start + 8, 'be') };
    if (!largest || extent.width * extent.height > largest.width * largest.height) largest = extent;
  }
  if (!largest) throw damaged('it does not say its size');
  return largest;
}

/** Frames are the samples of the longest track: colour and alpha have one each. */
function survey(file: Bytes): Survey {
  let frames = 1;
  for (const { type, start } of nested(file)) {
    if (type === 'stsz') frames = Math.max(frames, file.u32(start + 8, 'be'));
  }
  return { frames: file.text(8, 4) === 'avis' ? frames : 1, passes: 1 };
}

function matches(file: Bytes): boolean {
  if (file.text(4, 4) !== 'ftyp') return false;
  const end = Math.min(file.u32(0, 'be'), 128);
  for (let at = 8; at < end; at += 4) if (BRANDS.includes(file.text(at, 4))) return true;
  return false;
}

export const avif: Format = { type: 'image/avif', matches, size, survey };
