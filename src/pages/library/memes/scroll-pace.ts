/** How fast the window is scrolled: a card that flies past is gone before its picture could be read. */
import { useEffect, useState } from 'preact/hooks';

/** Pixels per millisecond: faster than anybody looks at pictures. */
const FAST = 2.5;
/** Milliseconds after which a window that does not move has stopped, and a card asks again. */
const PAUSE = 80;

export interface ScrollPace {
  /** Notes where the window is, in pixels, at a time in milliseconds. */
  note(place: number, now: number): void;
  /** Whether it is too fast now to show pictures. */
  fast(now: number): boolean;
}

export function createScrollPace(): ScrollPace {
  let last = { place: 0, at: Number.NEGATIVE_INFINITY, speed: 0 };
  return {
    note(place, now) {
      const elapsed = now - last.at;
      // The first move after a rest is no speed: a jump by the keyboard ends where it begins to be looked at.
      const speed = elapsed > PAUSE ? 0 : Math.abs(place - last.place) / Math.max(1, elapsed);
      last = { place, at: now, speed };
    },
    fast: (now) => now - last.at < PAUSE && last.speed > FAST,
  };
}

const pace = createScrollPace();

/** Follows the window as long as the grid is there. */
export function useScrollPace(): void {
  useEffect(() => {
    const note = (): void => pace.note(window.scrollY, performance.now());
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, []);
}

/** Whether a card may read what it shows: at once, or when the window has slowed down. Once true it stays so. */
export function useUnhurried(): boolean {
  const [unhurried, setUnhurried] = useState(() => !pace.fast(performance.now()));
  useEffect(() => {
    if (unhurried) return;
    const timer = setInterval(() => {
      if (!pace.fast(performance.now())) setUnhurried(true);
    }, PAUSE);
    return () => clearInterval(timer);
  }, [unhurried]);
  return unhurried;
}
