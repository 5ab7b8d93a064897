/** The kernel's WebAssembly, compiled once and instantiated for each table. It imports nothing. */
import { searchKernel } from '../../../build/search/kernel.ts';

/** What src/engine/search/kernel exports; its files say more. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  /** Addresses in the memory, and how many rows one scan may take. */
  readonly input: number;
  readonly found: number;
  readonly squares: number;
  readonly capacity: number;
  /** Bytes that this many rows need. */
  bytesFor(rows: number): number;
  aim(): void;
  measure(row: number): number;
  move(from: number, to: number): void;
  put(row: number, spread: number): void;
  scan(from: number, to: number, limit: number): number;
}

type Functions = Pick<Kernel, 'memory' | 'aim' | 'measure' | 'move' | 'put' | 'scan'>;
type Numbers = Record<
  'INPUT' | 'FOUND' | 'SQUARES' | 'CAPACITY' | 'BLOCKS' | 'BLOCK_ROWS' | 'BLOCK_BYTES',
  WebAssembly.Global<'i32'>
>;

let compiled: WebAssembly.Module | undefined;

/** @throws WebAssembly.CompileError without SIMD, RangeError without memory, or whatever the page's policy has it throw. */
export function instantiateKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(searchKernel), (char) => char.charCodeAt(0)));
  const { memory, aim, measure, move, put, scan, ...numbers } = new WebAssembly.Instance(compiled)
    .exports as unknown as Functions & Numbers;
  const { INPUT, FOUND, SQUARES, CAPACITY, BLOCKS, BLOCK_ROWS, BLOCK_BYTES } = numbers;
  return {
    memory,
    aim,
    measure,
    move,
    put,
    scan,
    input: INPUT.value,
    found: FOUND.value,
    squares: SQUARES.value,
    capacity: CAPACITY.value,
    bytesFor: (rows) => BLOCKS.value + Math.ceil(rows / BLOCK_ROWS.value) * BLOCK_BYTES.value,
  };
}
