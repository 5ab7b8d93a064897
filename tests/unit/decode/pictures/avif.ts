import { ascii, join, u32be } from './bytes.ts';

const box = (type: string, ...content: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const data = join(...content);
  return join(u32be(data.length + 8), ascii(type), data);
};
const full = (type: string, ...content: readonly (Uint8Array | readonly number[])[]) =>
  box(type, [0, 0, 0, 0], ...content);

/** The structure of a picture, or of an image sequence, without any coded data. */
export function avifSkeleton(width: number, height: number, frames = 1): Uint8Array<ArrayBuffer> {
  const brand = frames > 1 ? 'avis' : 'avif';
  const extent = full('ispe', u32be(width), u32be(height));
  const meta = full('meta', box('iprp', box('ipco', extent)));
  const samples = full('stsz', u32be(0), u32be(frames));
  const track = box('moov', box('trak', box('mdia', box('minf', box('stbl', samples)))));
  const type = box('ftyp', ascii(brand), u32be(0), ascii(brand), ascii('mif1'));
  return join(type, meta, ...(frames > 1 ? [track] : []), box('mdat', [1, 2, 3, 4]));
}

/** Boxes inside boxes, `depth` of them, each as long as the rest of the file. */
export function nestedBoxes(depth: number): Uint8Array<ArrayBuffer> {
  const type = box('ftyp', ascii('avif'), u32be(0), ascii('avif'));
  const rest = new Uint8Array(depth * 8);
  for (let level = 0; level < depth; level += 1) {
    rest.set([...u32be((depth - level) * 8), ...ascii('moov')], level * 8);
  }
  return join(type, rest);
}

/** 24×16 red pixels, coded by libaom. */
export const redAvif = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(RED, 'base64'));

const RED =
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD5bWV0YQAAAAAAAAAvaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAFBpY3R1cm' +
  'VIYW5kbGVyAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAASEAAAAcAAAAKGlpbmYAAAAAAAEAAAAaaW5mZQIAAAAAAQAA' +
  'YXYwMUNvbG9yAAAAAGppcHJwAAAAS2lwY28AAAAUaXNwZQAAAAAAAAAYAAAAEAAAABBwaXhpAAAAAAMICAgAAAAMYXYxQ4EADAAAAAATY29scm' +
  '5jbHgAAgACAAIAAAAAF2lwbWEAAAAAAAAAAQABBAECgwQAAAAkbWRhdAoGGBDv7YBAMhIYAAAAUAAAAAHgB0JOZsP583I=';
