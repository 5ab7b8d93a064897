import { type EngineBrowser, openEngine } from './browser.ts';
import type { Reply } from './page/protocol.ts';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Browsers that share the work, one picture each at a time. One that breaks is replaced for the next picture. */
export class Pool {
  readonly #idle: (EngineBrowser | undefined)[];
  readonly #waiting: ((slot: EngineBrowser | undefined) => void)[] = [];
  readonly #open = new Set<EngineBrowser>();
  #closed = false;

  private constructor(
    readonly origin: string,
    browsers: readonly EngineBrowser[],
  ) {
    this.#idle = [...browsers];
    for (const browser of browsers) this.#open.add(browser);
  }

  /** Starts `size` browsers at once. @throws what the first failure threw */
  static async start(origin: string, size: number): Promise<Pool> {
    const started = await Promise.allSettled(Array.from({ length: size }, () => openEngine(origin)));
    const browsers = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failure = started.find((result) => result.status === 'rejected');
    if (!failure) return new Pool(origin, browsers);
    await Promise.all(browsers.map((browser) => browser.close()));
    throw failure.reason;
  }

  /** Embeds one picture. Never rejects: what breaks is told in the reply. */
  async embed(address: string, limitMs: number): Promise<Reply> {
    let browser = await this.#take();
    try {
      this.#check();
      browser ??= await this.#replacement();
      const reply = await browser.embed(address, limitMs);
      if ('broken' in reply && reply.broken) browser = await this.#discard(browser);
      return reply;
    } catch (error) {
      browser = await this.#discard(browser);
      return { error: reasonOf(error), broken: true };
    } finally {
      this.#give(browser);
    }
  }

  /** Ends the browsers; what is still underway or waiting is told so. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#open].map((browser) => browser.close()));
  }

  #take(): Promise<EngineBrowser | undefined> | EngineBrowser | undefined {
    if (this.#idle.length > 0) return this.#idle.shift();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(slot: EngineBrowser | undefined): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#idle.push(slot);
  }

  async #replacement(): Promise<EngineBrowser> {
    const browser = await openEngine(this.origin);
    this.#open.add(browser);
    if (this.#closed) await this.#discard(browser);
    this.#check();
    return browser;
  }

  #check(): void {
    if (this.#closed) throw new Error('The work was stopped before this picture.');
  }

  /** Leaves the slot empty: whoever takes it next starts a new browser. */
  async #discard(browser: EngineBrowser | undefined): Promise<undefined> {
    if (!browser) return;
    this.#open.delete(browser);
    await browser.close();
  }
}
