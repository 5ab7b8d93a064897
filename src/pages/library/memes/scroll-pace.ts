/** How fast the window is scrolled: a card that flies past is gone before its picture could be read. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** Pixels per millisecond: faster than anybody looks at pictures. */
const FAST = 2.5;
/**
 * The window has stopped when it has not moved for so long (ms), and in so many frames: where the machine is busy, a
 * single frame of a fling takes longer than that.
 */
const REST_MS = 80;
const REST_FRAMES = 2;

export interface ScrollPace {
  /** Whether it is too fast now to show pictures. */
  readonly fast: ReadonlySignal<boolean>;
  /** To be told at each frame of a scroll where the window is, in pixels, and when, in ms; false when it has stopped. */
  frame(place: number, now: number): boolean;
  /** Nobody follows the window any more. */
  end(): void;
}

export function createScrollPace(): ScrollPace {
  const fast = signal(false);
  let last: { place: number; at: number } | undefined;
  let moved = { at: 0, frames: 0 };
  return {
    fast,
    frame(place, now) {
      // The first frame has no speed: a jump by the keyboard ends where it begins to be looked at.
      const [distance, elapsed] = last ? [Math.abs(place - last.place), now - last.at] : [0, 0];
      if (!last || distance > 0) moved = { at: now, frames: 0 };
      else moved.frames += 1;
      last = { place, at: now };
      const stopped = moved.frames >= REST_FRAMES && now - moved.at >= REST_MS;
      if (stopped) last = undefined;
      // A frame without a move, as between two notches of a wheel, says nothing.
      if (stopped || distance > 0) fast.value = !stopped && distance / Math.max(1, elapsed) > FAST;
      return !stopped;
    },
    end() {
      last = undefined;
      fast.value = false;
    },
  };
}

const pace = createScrollPace();

/** Follows the window as long as the grid is there. */
export function useScrollPace(): void {
  useEffect(() => {
    let asked = 0;
    const step = (now: number): void => {
      asked = pace.frame(window.scrollY, now) ? requestAnimationFrame(step) : 0;
    };
    const begin = (): void => {
      asked ||= requestAnimationFrame(step);
    };
    addEventListener('scroll', begin, { passive: true });
    return () => {
      removeEventListener('scroll', begin);
      cancelAnimationFrame(asked);
      pace.end();
    };
  }, []);
}

/** Whether a card may read what it shows: at once, or when the window has slowed down. Once true it stays so. */
export function useUnhurried(): boolean {
  const [unhurried, setUnhurried] = useState(() => !pace.fast.peek());
  useEffect(() => {
    if (unhurried) return;
    return pace.fast.subscribe((fast) => !fast && setUnhurried(true));
  }, [unhurried]);
  return unhurried;
}
