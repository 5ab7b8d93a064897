/**
 * Stands in for the parts of tfjs' WASM backend that run on threads. The policy forbids the `blob:` scripts that threads
 * would need, so Gurn switches them off (src/engine/backends.ts); and one of these parts runs text as code.
 */

/** What the backend would start its threads with: it is of no use to anyone. */
export const wasmWorkerContents = '';

/** @throws Error always: threads are switched off before any backend is chosen */
export default function startThreads(): never {
  throw new Error('tfjs asked for threads, which are left out of this build');
}
