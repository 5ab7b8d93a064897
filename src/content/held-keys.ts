/**
 * Keeps from the page what is left of the key press that chose a meme. The cursor is in the message by the time the key
 * is let go: its repeats, a second press of a double one or its end would send the message, or write the digit.
 */

/** A second press within so many milliseconds from the choice belongs to a double one: as desktops count clicks. */
const DOUBLE_PRESS = 500;
/** The view stands this long after its report, and its keys may come to the page after that, in milliseconds. */
const AFTERWARDS = 2000;

/** The keys that choose. */
const CHOOSES = /^(?:Enter|[1-9])$/;

type Press = Pick<KeyboardEvent, 'type' | 'key' | 'repeat'>;

/** @param start of the insertion; times are milliseconds of one clock. */
export function createKeyHold(start: number) {
  /** Pressed here, and so meant for the page. */
  const meant = new Set<string>();

  return {
    /** Whether this event belongs to a press that chose. */
    swallows({ type, key, repeat }: Press, now: number): boolean {
      if (!CHOOSES.test(key)) return false;
      if (type === 'keyup') return !meant.delete(key);
      if (!repeat && type === 'keydown' && now - start >= DOUBLE_PRESS) meant.add(key);
      return !meant.has(key);
    },
  };
}

/** Begins to keep such keys from this frame. The returned function is to be called when the insertion has ended. */
export function holdKeys(): () => void {
  const hold = createKeyHold(performance.now());
  const stop = new AbortController();
  let ending: ReturnType<typeof setTimeout> | undefined;
  const endSoon = (): void => {
    clearTimeout(ending);
    ending = setTimeout(() => stop.abort(), AFTERWARDS);
  };
  const judge = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !hold.swallows(event, performance.now())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // As long as the key repeats, it is held.
    if (ending !== undefined) endSoon();
  };
  const options = { capture: true, signal: stop.signal };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) addEventListener(type, judge, options);
  return endSoon;
}
