/**
 * Tells a picture's type by its first bytes, as browsers do:
 * https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm
 */

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const isAvif = (bytes: Uint8Array): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, Math.min(bytes.length, 64)));

const TYPES: readonly (readonly [type: string, fits: (bytes: Uint8Array) => boolean])[] = [
  ['image/jpeg', (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff],
  ['image/png', (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6))],
  ['image/webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'],
  ['image/avif', isAvif],
  ['image/bmp', (bytes) => ascii(bytes, 0, 2) === 'BM'],
];

/** The MIME type of a picture that can be indexed, `undefined` for everything else (SVG, web pages, text). */
export function sniff(bytes: Uint8Array): string | undefined {
  return TYPES.find(([, fits]) => fits(bytes))?.[0];
}
