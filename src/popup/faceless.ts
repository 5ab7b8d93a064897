/** Tells a library in which no meme has a face from one that merely has not answered yet. */
import type { LiveResult } from '../ui/live.ts';

/** A face that has been in view this long (ms) without a single match will not find one. */
export const FACELESS_AFTER_MS = 2000;

/**
 * Returns the function from each frame and its time (ms) to whether the library has shown itself faceless. Every face
 * has a nearest meme, whatever the distance: none at all for two seconds means that there is none.
 */
export function createFacelessSense(): (frame: Pick<LiveResult, 'face' | 'matches'>, now: number) => boolean {
  let since = Number.POSITIVE_INFINITY;
  let faceless = false;
  return ({ face, matches }, now) => {
    if (matches.length > 0) faceless = false;
    if (face === null || matches.length > 0) since = Number.POSITIVE_INFINITY;
    else since = Math.min(since, now);
    if (now - since >= FACELESS_AFTER_MS) faceless = true;
    return faceless;
  };
}
