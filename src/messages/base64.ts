/** Bytes in a message: a script in a page cannot read the extension's database, so its bytes travel as text. */

/** Bytes per step: a multiple of 3, so that the parts join without padding, and few enough to be arguments of a call. */
const CHUNK = 3 * 8192;

/** Base64 of any number of bytes. A call with all of them as arguments would overflow the stack. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK))));
  }
  return parts.join('');
}

/** Bytes of a base64 text. @throws DOMException InvalidCharacterError */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
