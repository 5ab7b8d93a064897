/** Little writers for the formats' numbers. */
export const u16le = (value: number): number[] => [value & 255, (value >>> 8) & 255];
export const u24le = (value: number): number[] => [...u16le(value), (value >>> 16) & 255];
export const u32le = (value: number): number[] => [...u16le(value), ...u16le(value >>> 16)];
export const u16be = (value: number): number[] => u16le(value).reverse();
export const u32be = (value: number): number[] => u32le(value).reverse();
export const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

export const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
