/** Answers `composer.insert`: every token once, one insertion at a time. */
import { fromBase64 } from '../messages/base64.ts';
import type { InsertReport, RequestOf } from '../messages/index.ts';
import { climb } from './ladder/climb.ts';
import { fileNameFor } from './ladder/name.ts';
import type { ComposerTracker } from './tracker.ts';

type InsertRequest = RequestOf<'composer.insert'>;

/** Reports that are kept for a repeated request. */
const REMEMBERED = 50;

export class Inserter {
  readonly #reports = new Map<string, Promise<InsertReport>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly tracker: ComposerTracker) {}

  /** Inserts the file, after those that were asked before. The same token gets the same report, not a second file. */
  insert(request: InsertRequest): Promise<InsertReport> {
    const known = this.#reports.get(request.token);
    if (known) return known;
    const report = this.#last.then(() => this.#insertNow(request));
    this.#last = report.catch((error: unknown) => console.error('Gurn could not insert:', error));
    this.#remember(request.token, report);
    return report;
  }

  async #insertNow({ token, name, type, base64 }: InsertRequest): Promise<InsertReport> {
    const composer = this.tracker.current();
    if (!composer) return { outcome: 'no-composer', reason: 'The message box is gone.' };
    const mark = token.replaceAll('-', '').slice(0, 8);
    const file = new File([fromBase64(base64)], fileNameFor(name, type, mark), { type, lastModified: Date.now() });
    return climb(composer, file, mark);
  }

  #remember(token: string, report: Promise<InsertReport>): void {
    this.#reports.set(token, report);
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > REMEMBERED && oldest !== undefined) this.#reports.delete(oldest);
  }
}
