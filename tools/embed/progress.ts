import type { EmbedResult } from './result.ts';

const TTY_EVERY_MS = 200;
const LOG_EVERY_MS = 10_000;
const CLEAR_LINE = '\r\x1b[K';

const time = (seconds: number): string =>
  seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** Tells on standard error how far the work is: one rewritten line on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #born = performance.now();
  #started = this.#born;
  #told = this.#born;
  #files = 0;
  #done = 0;
  #failed = 0;
  #faces = 0;

  constructor(readonly stream: NodeJS.WriteStream) {
    if (stream.isTTY) stream.write('Loading the models ...');
  }

  get failed(): number {
    return this.#failed;
  }

  start(files: number): void {
    this.#files = files;
    this.#started = performance.now();
  }

  add(result: EmbedResult): void {
    this.#done += 1;
    this.#faces += result.faces.length;
    if (result.error !== null) this.#failed += 1;
    const now = performance.now();
    if (now - this.#told < (this.stream.isTTY ? TTY_EVERY_MS : LOG_EVERY_MS)) return;
    this.#told = now;
    const left = (this.#files - this.#done) / this.#rate();
    const line = `${this.#done} of ${this.#files}, ${this.#rate().toFixed(1)} images/s, ${time(left)} left`;
    this.stream.write(this.stream.isTTY ? CLEAR_LINE + line : `${line}\n`);
  }

  /** The last line: what was done, and how fast once started. */
  finish(): void {
    const clear = this.stream.isTTY ? CLEAR_LINE : '';
    const start = time((this.#started - this.#born) / 1000);
    this.stream.write(
      `${clear}${this.#done} images, ${this.#faces} faces, ${this.#failed} failed; ` +
        `${this.#rate().toFixed(1)} images/s after a start of ${start}\n`,
    );
  }

  #rate(): number {
    return this.#done / Math.max(0.001, (performance.now() - this.#started) / 1000);
  }
}
