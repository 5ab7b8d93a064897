/** A `data:` URL carries the picture itself: nothing is asked and nothing is loaded. */
import { fromBase64 } from '../../messages/base64.ts';
import { MAX_BYTES, PictureError, tooLarge } from './errors.ts';

/** `fetch` would do, but the extension's policy (`connect-src *`) does not cover `data:`. @throws PictureError */
export function readDataUrl(url: string): Blob {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma < 0) throw new PictureError('not-a-picture');
  const [header, payload] = [url.slice(0, comma), url.slice(comma + 1)];
  // Base64 writes 3 bytes as 4 characters, percent-encoding one byte as up to 3.
  if (payload.length > MAX_BYTES * 3) throw tooLarge();
  const bytes = /;\s*base64\s*$/i.test(header) ? decodeBase64(payload) : latin1(decodePercent(payload));
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length);
  return new Blob([bytes]);
}

function decodeBase64(payload: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(payload.includes('%') ? decodePercent(payload) : payload);
  } catch (cause) {
    throw new PictureError('not-a-picture', undefined, { cause });
  }
}

/** Percent-decoding of bytes, one character each; `decodeURIComponent` wants UTF-8, which a picture is not. */
const decodePercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const latin1 = (binary: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0));
