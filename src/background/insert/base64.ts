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
