/** Calls `work` soon, and no more often than every `ms` milliseconds however often it is asked for; never twice at once. */
export function throttled(ms: number, work: () => Promise<void>): () => void {
  let waiting = false;
  let last = 0;
  let running: Promise<void> = Promise.resolve();
  return () => {
    if (waiting) return;
    waiting = true;
    const delay = Math.max(0, last + ms - performance.now());
    setTimeout(() => {
      running = running.then(() => {
        waiting = false;
        last = performance.now();
        return work();
      });
    }, delay);
  };
}
