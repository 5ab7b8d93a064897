import type { Candidate } from '../../messages/index.ts';

/** A composer and the frame it is in. The top frame has the number 0. */
export interface Found extends Candidate {
  readonly frame: number;
}

/**
 * Returns the composer that had the cursor last: one that has it still before one that had it; among those the last
 * used. A frame of another origin cannot tell whether the page's cursor is in it, so several may claim to have it, and
 * a script that has just been injected knows no times: then the outermost counts. A plain line of text gives way to any
 * composer that was used or has the cursor.
 */
export function chooseFrame(found: readonly Found[]): Found | undefined {
  return [...found].sort(
    (a, b) =>
      Number(a.lastResort) - Number(b.lastResort) ||
      Number(b.active) - Number(a.active) ||
      b.usedAt - a.usedAt ||
      a.frame - b.frame,
  )[0];
}
