/**
 * Where everything lies in the kernel's memory.
 *
 * First what goes in and out: a vector, the query's codes, the rows that a scan found. Then blocks of 1,024 rows, one
 * behind the other. A further block is appended to the memory; no row moves because of it.
 */

/** 64 f32: the vector to be stored, or the query. */
export const INPUT: usize = 1024;
/** 64 i16: the query's codes. */
export const QUERY: usize = 2048;
/** Rows that one scan may look at, and so find. */
export const CAPACITY: u32 = 16384;
/** u32 each: the rows found. */
export const FOUND: usize = 4096;
/** f64 each: their squared distances. */
export const SQUARES: usize = FOUND + 4 * CAPACITY;
/** The first block. */
export const BLOCKS: usize = 4 * 65536;

export const BLOCK_ROWS: u32 = 1024;

/** i8, 64 a row. */
export const CODES: usize = 0;
/** f32, 64 a row. */
const VECTORS: usize = CODES + 64 * BLOCK_ROWS;
/** f64: |v|² + spread. */
const OFFSETS: usize = VECTORS + 256 * BLOCK_ROWS;
/** f32: what a code is multiplied by. */
export const SCALES: usize = OFFSETS + 8 * BLOCK_ROWS;
/** f32: how far, at most, the codes put the vector from where it is, the query's codes counted in. */
export const ERRORS: usize = SCALES + 4 * BLOCK_ROWS;
/** f32: a little less than the offset. */
export const FLOORS: usize = ERRORS + 4 * BLOCK_ROWS;
export const BLOCK_BYTES: usize = FLOORS + 4 * BLOCK_ROWS;

/** The block that holds a row. */
export function blockOf(row: u32): usize {
  return BLOCKS + <usize>(row / BLOCK_ROWS) * BLOCK_BYTES;
}

/** A row's number within its block. */
export function placeOf(row: u32): usize {
  return row % BLOCK_ROWS;
}

export function vectorOf(row: u32): usize {
  return blockOf(row) + VECTORS + 256 * placeOf(row);
}

export function offsetOf(row: u32): usize {
  return blockOf(row) + OFFSETS + 8 * placeOf(row);
}
