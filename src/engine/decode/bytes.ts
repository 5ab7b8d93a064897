import { truncated } from './errors.ts';

/** Reads numbers out of a file. Every read past the end throws a `truncated` DecodeError. */
export class Bytes {
  readonly #view: DataView;

  constructor(readonly data: Uint8Array<ArrayBuffer>) {
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  get length(): number {
    return this.data.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1));
  }

  u16(at: number, endian: 'be' | 'le'): number {
    return this.#view.getUint16(this.#within(at, 2), endian === 'le');
  }

  /** 24 bits, little-endian: WebP's. */
  u24le(at: number): number {
    return this.u16(at, 'le') + this.u8(at + 2) * 0x10000;
  }

  u32(at: number, endian: 'be' | 'le'): number {
    return this.#view.getUint32(this.#within(at, 4), endian === 'le');
  }

  i32le(at: number): number {
    return this.#view.getInt32(this.#within(at, 4), true);
  }

  /** `length` bytes as characters of code 0 to 255; fewer where the file ends. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.data.subarray(at, at + length));
  }

  #within(at: number, size: number): number {
    if (at < 0 || at + size > this.data.length) throw truncated();
    return at;
  }
}
