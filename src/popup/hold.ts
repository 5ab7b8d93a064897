/** Freezing: with the space bar, or by holding an expression. A pure state machine. */

/** An expression held this long (ms) freezes the matches. */
export const HOLD_MS = 1200;
/** Shorter than this it is no holding yet, and no ring is shown: expressions pass by all the time. */
export const HOLD_STARTS_MS = 300;

export interface Hold {
  /** What froze the matches. A held expression gives way to the next one that is held; the space bar's does not. */
  readonly frozen: 'no' | 'by-hold' | 'by-hand';
  /** False while the expression that froze or was thawed is still being held: it must not freeze again by itself. */
  readonly armed: boolean;
  /** 0 to 1: how far the ring is filled. */
  readonly ring: number;
}

export const FLOWING: Hold = { frozen: 'no', armed: true, ring: 0 };

/** Space. Thawing while the expression is still held does not freeze again at once. */
export function toggle(hold: Hold): Hold {
  return { frozen: hold.frozen === 'no' ? 'by-hand' : 'no', armed: false, ring: 0 };
}

/**
 * One frame. `heldMs`: how long this expression has been held, 0 for a neutral face or none; `enabled`: the setting.
 * `caught` says that this frame's matches are the ones to keep.
 */
export function observe(hold: Hold, heldMs: number, enabled: boolean): { hold: Hold; caught: boolean } {
  if (!enabled || hold.frozen === 'by-hand') return { hold: { ...hold, ring: 0 }, caught: false };
  const armed = hold.armed || heldMs < HOLD_STARTS_MS;
  if (!armed || heldMs < HOLD_STARTS_MS) return { hold: { ...hold, armed, ring: 0 }, caught: false };
  if (heldMs < HOLD_MS) {
    const ring = (heldMs - HOLD_STARTS_MS) / (HOLD_MS - HOLD_STARTS_MS);
    return { hold: { ...hold, armed, ring }, caught: false };
  }
  return { hold: { frozen: 'by-hold', armed: false, ring: 0 }, caught: true };
}
