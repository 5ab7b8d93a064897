import type { BackendName } from './types.ts';

/**
 * Backends by their milliseconds, fastest first; WASM, which needs no hardware, is always there as the last resort.
 * A GPU has to be clearly faster than WASM to come before it: below a few milliseconds a call, the cost of starting it
 * and of heating it outweighs what it saves.
 */
export function rankBackends(ms: Readonly<Partial<Record<BackendName, number>>>): BackendName[] {
  const names = (Object.keys(ms) as BackendName[]).filter((name) => name !== 'wasm');
  const wasm = ms.wasm ?? Number.POSITIVE_INFINITY;
  const time = (name: BackendName): number => ms[name] ?? Number.POSITIVE_INFINITY;
  const byTime = names.toSorted((a, b) => time(a) - time(b));
  const faster = byTime.filter((name) => time(name) < wasm * CLEARLY_FASTER);
  return [...faster, 'wasm', ...byTime.filter((name) => !faster.includes(name))];
}

const CLEARLY_FASTER = 0.8;
