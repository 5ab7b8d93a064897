/** How long to look for a sign of an attempt, and what it means when none comes. */
import type { Rung } from '../../messages/index.ts';
import type { Composer } from '../tracker.ts';
import type { Response } from './offer.ts';

/**
 * Milliseconds that a page may take to show a file it has taken: slow previews take 5 s. Another way is tried, or the
 * clipboard offered, only after that: a page can take a paste without preventing it, a plain textarea too, and would
 * get the file twice.
 */
export const SLOW_PREVIEW = 6500;

/** A page that takes a drop or a `beforeinput` prevents it, or the browser would act as well. So: soon or never. */
const AT_ONCE = 500;

export interface Step {
  readonly rung: Rung;
  readonly response: Response;
  /** The next rung, if there is one that the page offers. */
  readonly next: Rung | undefined;
}

/** @returns milliseconds. A browser fires `beforeinput` right after a paste, so these two need no wait between. */
export function patienceFor({ rung, response, next }: Step): number {
  const soonOrNever = response === 'ignored' && (rung === 'drop' || next === 'beforeinput');
  return soonOrNever ? AT_ONCE : SLOW_PREVIEW;
}

/** Whether an accepted event says anything: some editors prevent it although nobody takes the file. */
export const means = (rung: Rung, { adapter, editor }: Composer): boolean =>
  !editor.preventsAnyway.includes(rung) || (rung === 'paste' && !adapter.unknown);
