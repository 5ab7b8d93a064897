/** Files to insert: real pictures, made larger by bytes behind their end, which every decoder skips. */
import { createHash } from 'node:crypto';

export interface Sample {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

export const KB100 = 100 * 1024;
export const MB8 = 8 * 1024 * 1024;

/** One pixel each, and eight by eight in the JPEG; the GIF has two frames. */
const SEEDS = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  jpeg: [
    '/9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgKCgsKCw0NDQ0NDRAPEBAQEBAQEBAQEBASEhIVFRUSEhIQEBISFB',
    'QVFRcXFxUVFRUXFxkZGR4eHBwjIyQrKzP/xABMAAEBAAAAAAAAAAAAAAAAAAAABwEBAQAAAAAAAAAAAAAAAAAABQgQAQAAAAAAAAAAAAAAAAAA',
    'AAARAQAAAAAAAAAAAAAAAAAAAAD/wAARCAAIAAgDASIAAhEAAxEA/9oADAMBAAIRAxEAPwCxAJ/KP//Z',
  ].join(''),
  gif: [
    'R0lGODlhAQABAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEA',
    'AAICTAEAOw==',
  ].join(''),
  webp: 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
} as const;

export type Kind = keyof typeof SEEDS;

/** A picture of this kind and size in bytes; other `seed`s give other bytes. */
export function sample(kind: Kind, size: number, seed = 1): Sample {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let i = 0; i < size; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  Buffer.from(SEEDS[kind], 'base64').copy(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `smirk ${kind}`, type: `image/${kind}`, bytes, sha256 };
}
