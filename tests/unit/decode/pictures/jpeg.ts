import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ascii, join, u16be, u32be } from './bytes.ts';

const demo = (name: string) => createRequire(import.meta.url).resolve(`@vladmandic/face-api/demo/${name}`);

/** A photograph of people, 1920 pixels wide. */
export const photograph = (name = 'sample1.jpg'): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(demo(name)));

/** The same picture with an EXIF orientation, 1 to 8, right behind SOI. */
export function oriented(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const entry = [...u16be(0x0112), ...u16be(3), ...u32be(1), ...u16be(orientation), ...u16be(0)];
  const tiff = [...ascii('MM'), ...u16be(42), ...u32be(8), ...u16be(1), ...entry, ...u32be(0)];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  return join(jpeg.subarray(0, 2), [0xff, 0xe1], u16be(exif.length + 2), exif, jpeg.subarray(2));
}

/** Markers only: a frame header that claims a size, `scans` scans of no data, EOI unless `open`. */
export function jpegSkeleton(width: number, height: number, scans = 1, open = false): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc2, ...u16be(11), 8, ...u16be(height), ...u16be(width), 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, ...u16be(8), 1, 1, 0, 0, 0, 0, 0x12, 0xff, 0x00, 0x34];
  const end = open ? [] : [0xff, 0xd9];
  return join([0xff, 0xd8], frame, ...Array.from({ length: scans }, () => scan), end);
}
