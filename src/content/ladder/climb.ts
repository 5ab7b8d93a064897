/** The ladder: one way after the other to insert a file, until one is seen to work or may have worked. */
import type { InsertReport, InsertResult, Attempt as Record, Rung } from '../../messages/index.ts';
import { focusGently } from '../caret.ts';
import type { ComposerAdapter } from '../composers/index.ts';
import { isAlive } from '../roots.ts';
import type { Composer } from '../tracker.ts';
import { means, patienceFor } from './patience.ts';
import { type Attempt, isOffered, rungs, showsByItself } from './rungs.ts';
import type { Sign } from './signs.ts';
import { type Watch, watchFor } from './watch.ts';

const REFUSED = 'This message box takes pictures in none of the ways Gurn knows.';
const SITE_REFUSED = 'The site refused the picture.';
const SWALLOWED = 'The message box swallowed the picture and shows nothing of it. Look before you paste.';
const LEFT = 'The tab was left before the page showed the picture.';
const RELOADED = 'Gurn was updated meanwhile.';

/** What the site's table says of the page's reaction. */
const told = ({ shows, proof, refusal }: ComposerAdapter) => ({ shows, proof, refusal });

/** One insertion, while it climbs. */
class Climb {
  readonly #attempts: Record[] = [];
  readonly #start = performance.now();
  readonly #attempt: Attempt;
  readonly #watch: Watch;
  readonly #end = new AbortController();
  /** Pages put work off while nobody sees them, so what they did not show meanwhile says little. */
  #left = document.hidden;

  constructor(
    readonly composer: Composer,
    file: File,
    token: string,
  ) {
    const { element, adapter } = composer;
    this.#attempt = { composer: element, adapter, file };
    this.#watch = watchFor({ composer: element, file, token, ...told(adapter) });
    const leave = (): void => {
      this.#left = true;
    };
    document.addEventListener('visibilitychange', leave, { capture: true, signal: this.#end.signal });
  }

  async run(): Promise<InsertResult> {
    const report = await this.#climb();
    this.#watch.stop();
    this.#end.abort();
    return { report, attempts: this.#attempts, took: this.#since(performance.now()) };
  }

  async #climb(): Promise<InsertReport> {
    const { adapter, editor } = this.composer;
    const order = adapter.rungs ?? editor.rungs;
    for (const [index, rung] of order.entries()) {
      const report = await this.#try(rung, order.slice(index + 1));
      if (report) return report;
    }
    return { outcome: 'refused', composer: adapter.name, reason: REFUSED };
  }

  /** Tries one rung. Returns nothing where the next one may be tried, which is only where this one surely failed. */
  async #try(rung: Rung, rest: readonly Rung[]): Promise<InsertReport | undefined> {
    const { name } = this.composer.adapter;
    const earlier = this.#watch.seen.length;
    const at = this.#since(performance.now());
    const response = await rungs[rung](this.#attempt);
    const proof = response === 'unavailable' ? undefined : await this.#wait(rung, response, rest);
    const seen = this.#watch.seen.slice(earlier);
    const signs = seen.map((sign) => ({ ...sign, at: this.#since(sign.at) }));
    this.#attempts.push({ rung, response, at, signs });
    if (response === 'unavailable') return undefined;
    if (proof) return { outcome: 'inserted', composer: name, rung: this.#taker(), signal: proof };
    const says = this.#watch.refusal();
    if (says !== undefined) return { outcome: 'refused', composer: name, reason: SITE_REFUSED, says };
    if (response === 'accepted' && seen.length === 0 && !means(rung, this.composer)) {
      return { outcome: 'refused', composer: name, reason: SWALLOWED };
    }
    const doubt = this.#doubt();
    if (response === 'accepted' || doubt !== undefined) {
      return { outcome: 'probably', composer: name, rung, ...(doubt ? { reason: doubt } : {}) };
    }
    return undefined;
  }

  async #wait(rung: Rung, response: 'accepted' | 'ignored', rest: readonly Rung[]): Promise<Sign | undefined> {
    const next = response === 'ignored' ? rest.find((other) => isOffered(other, this.#attempt)) : undefined;
    const proof = await this.#watch.proof(patienceFor({ rung, response, next }));
    return proof ?? (showsByItself(rung, this.#attempt) ? 'input' : undefined);
  }

  /** The rung that worked: the last one if the page accepted it, else the first of those that it seemed to ignore. */
  #taker(): Rung {
    const last = this.#attempts.at(-1);
    const first = this.#attempts.find(({ response }) => response === 'ignored');
    return (last?.response === 'accepted' ? last : (first ?? last))?.rung ?? 'paste';
  }

  /** Why an attempt that was ignored may have worked all the same; '' where there is nothing to say of it. */
  #doubt(): string | undefined {
    if (!isAlive()) return RELOADED;
    if (this.#left) return LEFT;
    return this.#watch.seen.length > 0 || !this.composer.element.isConnected ? '' : undefined;
  }

  /** Whole milliseconds from the start to `time`. */
  #since(time: number): number {
    return Math.round(time - this.#start);
  }
}

/**
 * Hands the file to the composer, exactly once. After an attempt that the page may have taken there is no other: an
 * accepted event without a visible sign, or a composer that was replaced, ends in `probably`.
 *
 * @param token Random text in the file's name by which the page's reaction is known.
 */
export async function climb(composer: Composer, file: File, token: string): Promise<InsertResult> {
  const restore = await focusGently(composer.element, composer.caret);
  try {
    return await new Climb(composer, file, token).run();
  } finally {
    restore();
  }
}
