/** Calls `done` after `ms`, not counting the time for which it is held. */
export interface Countdown {
  hold(): void;
  release(): void;
  cancel(): void;
}

export function countdown(ms: number, done: () => void): Countdown {
  let left = ms;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left -= Date.now() - since;
  };
  const release = (): void => {
    if (timer !== undefined) return;
    since = Date.now();
    timer = setTimeout(done, Math.max(left, 0));
  };
  release();
  return {
    hold,
    release,
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
