/** Answers `composer.insert`: every token once, one insertion at a time. */
import { fromBase64 } from '../messages/base64.ts';
import type { InsertReport, InsertResult, RequestOf } from '../messages/index.ts';
import { holdKeys } from './held-keys.ts';
import { climb } from './ladder/climb.ts';
import { fileNameFor } from './ladder/name.ts';
import { isAlive } from './roots.ts';
import { showToast } from './toast/index.ts';
import type { ComposerTracker } from './tracker.ts';

type InsertRequest = RequestOf<'composer.insert'>;

/** Reports that are kept for a repeated request. */
const REMEMBERED = 50;

/** For a report that comes about without trying anything. */
const untried = (report: InsertReport): InsertResult => ({ report, attempts: [], took: 0 });

/** The popup that would say it has gone with the extension. */
function tellOrphan({ outcome }: InsertReport): void {
  if (outcome === 'inserted')
    showToast({ kind: 'done', text: 'Gurn was updated just now. The picture is in your message.' });
  else
    showToast({
      kind: 'error',
      text: 'Gurn was updated meanwhile. If the picture is missing, reload the page and try again.',
    });
}

export class Inserter {
  readonly #results = new Map<string, Promise<InsertResult>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly tracker: ComposerTracker) {}

  /** Inserts the file, after those that were asked before. The same token gets the same report, not a second file. */
  insert(request: InsertRequest): Promise<InsertResult> {
    const known = this.#results.get(request.token);
    if (known) return known;
    const result = this.#last.then(() => this.#insertNow(request));
    this.#last = result.catch((error: unknown) => console.error('Gurn could not insert:', error));
    this.#remember(request.token, result);
    return result;
  }

  async #insertNow({ token, name, type, base64, maySend, startBy }: InsertRequest): Promise<InsertResult> {
    const composer = this.tracker.current();
    if (!composer) return untried({ outcome: 'no-composer', reason: 'The message box is gone.' });
    const { adapter } = composer;
    if (Date.now() > startBy) {
      return untried({ outcome: 'refused', composer: adapter.name, reason: 'The page was too busy.' });
    }
    if (adapter.sendsAtOnce && !maySend) return untried({ outcome: 'would-send', composer: adapter.name });
    const mark = token.replaceAll('-', '').slice(0, 8);
    const file = new File([fromBase64(base64)], fileNameFor(name, type, mark), { type, lastModified: Date.now() });
    const letKeysGo = holdKeys();
    const { report, ...rest } = await climb(composer, file, mark).finally(letKeysGo);
    if (!isAlive()) tellOrphan(report);
    const sent = adapter.sendsAtOnce && report.outcome === 'inserted';
    return { report: sent ? { ...report, sent } : report, ...rest };
  }

  #remember(token: string, result: Promise<InsertResult>): void {
    this.#results.set(token, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > REMEMBERED && oldest !== undefined) this.#results.delete(oldest);
  }
}
