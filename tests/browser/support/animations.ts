/** Animations made of pictures that a browser has encoded: no browser writes APNG or animated WebP itself. */
import { ascii, join, u16be, u32be } from '../../unit/decode/pictures/bytes.ts';
import { chunk } from '../../unit/decode/pictures/png.ts';

/** Milliseconds that a frame is shown. */
const FRAME_MS = 250;

interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function* chunksOf(png: Uint8Array): Generator<PngChunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    yield { type, data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

/** An endless APNG of PNGs of one size and colour type, each filling the picture. */
export function apngOf(frames: readonly Uint8Array[]): Buffer {
  const header = [...chunksOf(frames[0] ?? new Uint8Array())].find(({ type }) => type === 'IHDR');
  if (!header) throw new Error('the first frame is no PNG');
  const size = header.data.subarray(0, 8);
  let sequence = 0;
  const parts = frames.flatMap((frame, index) => {
    const place = [...size, ...u32be(0), ...u32be(0)];
    const control = chunk('fcTL', [...u32be(sequence++), ...place, ...u16be(FRAME_MS), ...u16be(1000), 0, 0]);
    const pixels = [...chunksOf(frame)].filter(({ type }) => type === 'IDAT');
    const data = pixels.map((one) =>
      index === 0 ? chunk('IDAT', one.data) : chunk('fdAT', join(u32be(sequence++), one.data)),
    );
    return [control, ...data];
  });
  const count = chunk('acTL', [...u32be(frames.length), ...u32be(0)]);
  const signature = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a];
  return Buffer.from(join(signature, chunk('IHDR', header.data), count, ...parts, chunk('IEND')));
}
