/**
 * What a model has said of a set's pictures, kept on disk: records of floats, one a picture, in the set's order. A run
 * that is cut short goes on where it stopped, and a run over the first 500 is the beginning of a run over all.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One picture's: numbers of the largest face, or null where none was found. */
export interface Told {
  readonly numbers: readonly number[] | null;
  readonly ms: number;
}

/** Before a record's numbers: whether a face was found, and the milliseconds it took. */
const HEAD = 2;

export class Store {
  readonly #path: string;
  readonly #length: number;

  /** `length`: numbers of a face. */
  constructor(folder: string, model: string, set: string, length: number) {
    this.#path = join(folder, 'vectors', model, `${set}.f32`);
    this.#length = length;
  }

  get #bytes(): number {
    return 4 * (HEAD + this.#length);
  }

  /** Pictures that are done. */
  count(): number {
    return existsSync(this.#path) ? Math.floor(statSync(this.#path).size / this.#bytes) : 0;
  }

  append(told: readonly Told[]): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    // Half a record, of a run that was killed while it wrote.
    if (existsSync(this.#path)) truncateSync(this.#path, this.count() * this.#bytes);
    const records = new Float32Array(told.length * (HEAD + this.#length));
    for (const [i, { numbers, ms }] of told.entries()) {
      if (numbers && numbers.length !== this.#length) throw new Error(`${numbers.length} numbers, not ${this.#length}`);
      records.set([numbers ? 1 : 0, ms, ...(numbers ?? [])], i * (HEAD + this.#length));
    }
    appendFileSync(this.#path, new Uint8Array(records.buffer));
  }

  /** The first `count` pictures'. */
  read(count: number): { readonly vectors: (Float32Array | null)[]; readonly ms: number[] } {
    if (count === 0) return { vectors: [], ms: [] };
    const bytes = readFileSync(this.#path).subarray(0, count * this.#bytes);
    if (bytes.length < count * this.#bytes) throw new Error(`${this.#path} holds fewer than ${count} pictures.`);
    const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const step = HEAD + this.#length;
    const records = Array.from({ length: count }, (_, i) => all.subarray(i * step, (i + 1) * step));
    return {
      vectors: records.map((record) => (record[0] === 1 ? record.subarray(HEAD) : null)),
      ms: records.map((record) => record[1] ?? Number.NaN),
    };
  }
}
