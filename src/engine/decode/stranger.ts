import type { Bytes } from './bytes.ts';
import { DecodeError } from './errors.ts';

/** Formats that are recognised only to name them in the refusal: how they begin, from which byte on. */
const KNOWN: readonly (readonly [name: string, at: number, magic: string])[] = [
  ['an Apple HEIC picture', 4, 'ftyphei'],
  ['an Apple HEIC picture', 4, 'ftypmif1'],
  ['a TIFF picture', 0, 'II*\0'],
  ['a TIFF picture', 0, 'MM\0*'],
  ['a JPEG XL picture', 0, '\xff\x0a'],
  ['a JPEG XL picture', 4, 'JXL '],
  ['a JPEG 2000 picture', 4, 'jP  '],
  ['a Photoshop file', 0, '8BPS'],
  ['an icon file', 0, '\0\0\x01\0'],
  ['a video', 4, 'ftyp'],
  ['a video', 0, '\x1aE\xdf\xa3'],
  ['a PDF document', 0, '%PDF'],
  ['an archive', 0, 'PK\x03\x04'],
  ['a compressed file', 0, '\x1f\x8b'],
];

/** What comes before a document's root element: byte order mark, white space, declarations, comments, a doctype. */
const PROLOGUE = /^(?:\uFEFF|\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE(?! html)[^>[]*(?:\[[^\]]*\])?[^>]*>)*/i;
const HTML = /^<(?:!doctype html|html|head|body|title|meta|script)\b/i;
const SVG = /^<(?:\w+:)?svg\b/i;

/** UTF-16 is told by its byte order mark. */
function beginning(file: Bytes): string {
  const encoding = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' }[file.text(0, 2)] ?? 'utf-8';
  return new TextDecoder(encoding).decode(file.data.subarray(0, 4096));
}

const isControl = (char: string) => char < ' ' && !'\t\n\r\f'.includes(char);
const isText = (text: string) => ![...text].some((char) => isControl(char) || char === '\uFFFD');

/** Why a file of no supported format is refused. */
export function refuseStranger(file: Bytes): DecodeError {
  if (file.length === 0) return new DecodeError('empty', 'The file is empty. Download or copy the picture again.');
  const known = KNOWN.find(([, at, magic]) => file.text(at, magic.length) === magic);
  if (known) {
    return new DecodeError('unsupported', `This is ${known[0]}. Save it as JPEG, PNG, WebP, GIF or AVIF and add that.`);
  }
  const text = beginning(file);
  const root = text.replace(PROLOGUE, '');
  if (SVG.test(root)) {
    return new DecodeError('svg', 'SVG drawings can run scripts and are not opened. Add it as PNG or JPEG instead.');
  }
  if (HTML.test(root)) {
    return new DecodeError('web-page', 'This is a web page, not a picture. Open the picture itself and add that.');
  }
  // The last character may be cut in half at the end of what was read.
  if (isText(text.slice(0, -1))) {
    return new DecodeError('not-an-image', 'This is a text file, not a picture, whatever its name says.');
  }
  return new DecodeError('not-an-image', 'This is no picture of a known kind. Use JPEG, PNG, WebP, GIF, AVIF or BMP.');
}
