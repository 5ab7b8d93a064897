/** Insertion, seen from the background: from a meme's id to a report of what became of it. */
import browser from 'webextension-polyfill';
import { type Library, LibraryError } from '../../library/index.ts';
import { readWhole } from '../../library/readable.ts';
import { toBase64 } from '../../messages/base64.ts';
import { type InsertReport, RequestError, type RequestOf } from '../../messages/index.ts';
import { keepAccount } from '../../messages/last-insertion.ts';
import { type Account, describe } from './account.ts';
import { chooseFrame, type Found } from './choose-frame.ts';
import { handOver, type Outcome } from './hand-over.ts';
import { MAX_BYTES } from './limits.ts';
import { page as browserPage, type Page } from './page.ts';
import { begin, end, keyOf, recall } from './under-way.ts';

type InsertRequest = RequestOf<'insert'>;

export interface InsertDeps {
  readonly library: { readonly memes: Pick<Library['memes'], 'get' | 'bytes' | 'recordUse'> };
  /** The tab's door; a stand-in in tests. */
  readonly page?: Page;
}

const underWay = new Map<string, Promise<InsertReport>>();

/**
 * Puts a meme into the composer that had the cursor last in this tab, and counts the use. Who asks again with the same
 * id gets the same report, also after this worker was ended in the middle.
 *
 * @throws RequestError unknown-meme, too-large; LibraryError. What the page did is never an error, but a report.
 */
export function insertMeme(request: InsertRequest, deps: InsertDeps): Promise<InsertReport> {
  const key = keyOf(request);
  const current = underWay.get(key);
  if (current) return current;
  const report = insertOnce(request, deps.library, deps.page ?? browserPage);
  underWay.set(key, report);
  const forget = (): unknown => underWay.delete(key);
  report.then(forget, forget);
  return report;
}

async function insertOnce(request: InsertRequest, library: InsertDeps['library'], page: Page): Promise<InsertReport> {
  const key = keyOf(request);
  const earlier = await recall(key);
  if (earlier?.report) return earlier.report;
  const file = await readFile(request, library);
  const search = earlier ? { frames: [], chosen: earlier } : await findComposer(request.tab, page);
  const token = earlier?.token ?? crypto.randomUUID();
  const outcome = await deliver(request, search, { ...file, token }, page);
  await end(key, outcome.report);
  keep(request.tab, { file, search, outcome, resumed: earlier !== undefined }, page);
  const { report } = outcome;
  if (report.outcome === 'inserted' || report.outcome === 'probably') {
    // What is in the message is in it, also when the disk is too full to count it.
    await library.memes
      .recordUse(request.meme, Date.now())
      .catch((error: unknown) => console.error('Gurn: a use could not be counted', error));
  }
  return report;
}

type File = Pick<RequestOf<'composer.insert'>, 'name' | 'type' | 'base64' | 'maySend'> & { readonly size: number };

async function readFile({ meme: id, maySend = false }: InsertRequest, { memes }: InsertDeps['library']): Promise<File> {
  const [meme, blob] = await Promise.all([memes.get(id), memes.bytes(id)]);
  if (!meme || !blob) throw new RequestError('unknown-meme', 'This meme is no longer in your library.');
  if (blob.size > MAX_BYTES) {
    throw new RequestError('too-large', 'This meme has more than 45 MB, too much to hand to a page.');
  }
  const bytes = await readWhole(blob);
  if (!bytes) throw new LibraryError('damaged');
  const base64 = toBase64(new Uint8Array(bytes));
  return { name: meme.name, type: meme.type, base64, maySend, size: blob.size };
}

interface Search {
  readonly frames: Account['frames'];
  readonly chosen?: Pick<Found, 'frame' | 'composer'> | undefined;
  /** Why there is none. */
  readonly reason?: string;
}

async function findComposer(tab: number, page: Page): Promise<Search> {
  try {
    const entered = await page.enter(tab);
    const find = async (frame: number) => ({ frame, found: await page.find(tab, frame) });
    const frames = await Promise.all(entered.map(find));
    return { frames, chosen: chooseFrame(frames.flatMap(({ found }) => found ?? [])) };
  } catch (error) {
    if (error instanceof RequestError) return { frames: [], reason: error.message };
    throw error;
  }
}

async function deliver(
  request: InsertRequest,
  { chosen, reason = 'No message box on this page has the cursor.' }: Search,
  { size: _, ...file }: File & { readonly token: string },
  page: Page,
): Promise<Outcome> {
  if (!chosen) return { report: { outcome: 'no-composer', reason } };
  const { frame, composer } = chosen;
  await begin(keyOf(request), { token: file.token, frame, composer });
  return handOver(request.tab, chosen, file, page);
}

interface Course {
  readonly file: Pick<File, 'type' | 'size'>;
  readonly search: Search;
  readonly outcome: Outcome;
  readonly resumed: boolean;
}

/** Keeps the account of this insertion for a bug report; nobody waits for it. */
function keep(tab: number, { file, search, outcome, resumed }: Course, page: Page): void {
  const write = async (): Promise<void> => {
    const account: Account = {
      version: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      host: (await page.look(tab))?.host,
      file,
      frames: search.frames,
      chosen: search.chosen?.frame,
      resumed,
      result: outcome.result,
      report: outcome.report,
    };
    await keepAccount(describe(account, Date.now()));
  };
  write().catch((error: unknown) => console.error('Gurn: an account was not kept', error));
}
