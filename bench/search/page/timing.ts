/** The page's clock counts in 5 µs: what is quicker than this (ms) is timed together with the next. */
const SAMPLE = 0.25;
/** One turn of one contender lasts so long (ms), and at least so many samples. */
const TURN = 150;
const FEWEST = 3;

/** Something done again and again, its times in milliseconds. */
export class Timed {
  readonly times: number[] = [];
  #together = 1;
  #next = 0;

  constructor(readonly act: (turn: number) => void) {}

  /** Does it once, to be told how long it takes. */
  warmUp(): void {
    const begun = performance.now();
    let acts = 0;
    do this.act(acts++);
    while (performance.now() - begun < 20);
    this.#together = Math.max(1, Math.ceil((SAMPLE * acts) / (performance.now() - begun)));
  }

  turn(): void {
    const begun = performance.now();
    for (let samples = 0; samples < FEWEST || performance.now() - begun < TURN; samples += 1) {
      const start = performance.now();
      for (let i = 0; i < this.#together; i += 1) this.act(this.#next++);
      this.times.push((performance.now() - start) / this.#together);
    }
  }
}
