/**
 * What something costs that finds nothing of its own in the processor's caches, as a search does between two camera
 * frames: the networks have filled them meanwhile.
 */

/** Of each. */
const SAMPLES = 60;
/** The slowest and quickest parts that do not count: the clock's steps of 5 µs average out, interruptions do not. */
const LEFT_OUT = 0.25;

/** Milliseconds of each act, flushed before every time: the mean of the middle half. */
export function coldTimes(flush: () => void, acts: readonly ((turn: number) => void)[]): number[] {
  const times = acts.map((): number[] => []);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const [i, act] of acts.entries()) {
      flush();
      const begun = performance.now();
      act(sample);
      times[i]?.push(performance.now() - begun);
    }
  }
  return times.map((one) => {
    const middle = one.toSorted((a, b) => a - b).slice(SAMPLES * LEFT_OUT, SAMPLES * (1 - LEFT_OUT));
    return middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
  });
}
