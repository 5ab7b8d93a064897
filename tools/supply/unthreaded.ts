import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

/** Leaves tfjs' threads, and the `eval` in them, out of the package. */
export const unthreaded: Alias = {
  find: /^\.\.\/wasm-out\/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/,
  replacement: fileURLToPath(new URL('no-threads.ts', import.meta.url)),
};
