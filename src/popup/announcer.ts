/** Speaks to screen readers without chatter: one line per change that has settled. */

/** A ranking that keeps this long (ms) is worth a word; faster, and the reader would never finish a sentence. */
export const SETTLE_MS = 1200;

export interface Announcer {
  /** Something changed that may change again in the next moment: said once it has stayed. The same is not said twice. */
  suggest(text: string): void;
  /** Said at once: the answer to something the person did. */
  say(text: string): void;
  stop(): void;
}

/** @param speak puts the text into the polite live region. */
export function createAnnouncer(speak: (text: string) => void): Announcer {
  let last = '';
  let waiting = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    clearTimeout(timer);
    timer = undefined;
    waiting = '';
    last = text;
    speak(text);
  };
  return {
    say,
    suggest(text) {
      if (text === waiting) return;
      clearTimeout(timer);
      waiting = text === last ? '' : text;
      timer = waiting ? setTimeout(() => say(text), SETTLE_MS) : undefined;
    },
    stop: () => clearTimeout(timer),
  };
}
