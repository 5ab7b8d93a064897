/** All vectors one behind the other in memory, and nothing done with them but reading. */
interface Reader {
  readonly memory: WebAssembly.Memory;
  read(from: number, to: number): number;
}

export interface Reading {
  readVectors(): void;
  /** Reads so much else that no cache holds anything of before. */
  flush(): void;
}

const START = 65_536;
/** More than the caches of a desktop's processor. */
const FLUSH_BYTES = 96 * 2 ** 20;

export function openReading(base64: string, vectors: readonly Float32Array[]): Reading {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const { memory, read } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Reader;
  const end = START + 256 * vectors.length;
  memory.grow(Math.ceil((end + FLUSH_BYTES - memory.buffer.byteLength) / 65_536));
  const all = new Float32Array(memory.buffer, START, 64 * vectors.length);
  for (const [i, vector] of vectors.entries()) all.set(vector, 64 * i);
  // Untouched memory is one page of zeros that the processor reads from its cache.
  new Uint8Array(memory.buffer, end, FLUSH_BYTES).fill(1);
  return { readVectors: () => void read(START, end), flush: () => void read(end, end + FLUSH_BYTES) };
}
