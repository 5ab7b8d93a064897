/** The matcher's kernel: AssemblyScript, compiled by `npm run assets`. See docs/search.md. */
export { measure } from './exact';
export { BLOCK_BYTES, BLOCK_ROWS, BLOCKS, CAPACITY, FOUND, INPUT, SQUARES } from './layout';
export { move, put } from './rows';
export { aim, scan } from './scan';
