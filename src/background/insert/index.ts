/** Insertion, seen from the background: from a meme's id to a report of what became of it. */
import type { Library } from '../../library/index.ts';
import { toBase64 } from '../../messages/base64.ts';
import { type InsertReport, RequestError, type RequestOf } from '../../messages/index.ts';
import { chooseFrame, type Found } from './choose-frame.ts';
import { page as browserPage, type Page } from './page.ts';

type InsertRequest = RequestOf<'insert'>;

export interface InsertDeps {
  readonly library: { readonly memes: Pick<Library['memes'], 'get' | 'bytes' | 'recordUse'> };
  /** The tab's door; a stand-in in tests. */
  readonly page?: Page;
}

/** A message carries 64 MiB at most, and base64 makes three bytes four. */
export const MAX_BYTES = 45 * 1024 * 1024;

/** The same meme asked for again within this time after it went in is a double click, in milliseconds. */
const DOUBLE_CLICK = 1000;

const underWay = new Map<string, Promise<InsertReport>>();

/**
 * Puts a meme into the composer that had the cursor last in this tab, and counts the use. The second click of a double
 * click gets the first one's report.
 *
 * @throws RequestError unknown-meme, too-large; LibraryError. What the page did is never an error, but a report.
 */
export function insertMeme(request: InsertRequest, deps: InsertDeps): Promise<InsertReport> {
  const key = `${request.tab} ${request.meme}`;
  const current = underWay.get(key);
  if (current) return current;
  const report = insertOnce(request, deps);
  underWay.set(key, report);
  const forget = (): unknown => underWay.delete(key);
  report.then(({ outcome }) => {
    // Nothing went in: the next click is a new try.
    if (outcome === 'refused' || outcome === 'no-composer') forget();
    else setTimeout(forget, DOUBLE_CLICK);
  }, forget);
  return report;
}

async function insertOnce({ meme, tab }: InsertRequest, deps: InsertDeps): Promise<InsertReport> {
  const file = await readFile(meme, deps.library);
  const page = deps.page ?? browserPage;
  const target = await findComposer(tab, page);
  if ('outcome' in target) return target;
  const report = await handOver(tab, target, file, page);
  if (report.outcome === 'inserted' || report.outcome === 'probably') {
    // What is in the message is in it, also when the disk is too full to count it.
    await deps.library.memes
      .recordUse(meme, Date.now())
      .catch((error: unknown) => console.error('Gurn: a use could not be counted', error));
  }
  return report;
}

async function readFile(id: string, { memes }: InsertDeps['library']): Promise<RequestOf<'composer.insert'>> {
  const [meme, blob] = await Promise.all([memes.get(id), memes.bytes(id)]);
  if (!meme || !blob) throw new RequestError('unknown-meme', 'This meme is no longer in your library.');
  if (blob.size > MAX_BYTES) {
    throw new RequestError('too-large', 'This meme has more than 45 MB, too much to hand to a page.');
  }
  const base64 = toBase64(new Uint8Array(await blob.arrayBuffer()));
  return { token: crypto.randomUUID(), name: meme.name, type: meme.type, base64 };
}

async function findComposer(tab: number, page: Page): Promise<Found | InsertReport> {
  try {
    const frames = await page.enter(tab);
    const found = await Promise.all(frames.map((frame) => page.find(tab, frame)));
    const chosen = chooseFrame(found.filter((composer) => composer !== undefined));
    return chosen ?? { outcome: 'no-composer', reason: 'No message box on this page has the cursor.' };
  } catch (error) {
    if (error instanceof RequestError) return { outcome: 'no-composer', reason: error.message };
    throw error;
  }
}

async function handOver(
  tab: number,
  { frame, composer }: Found,
  file: RequestOf<'composer.insert'>,
  page: Page,
): Promise<InsertReport> {
  try {
    return await page.insert(tab, frame, file);
  } catch (error) {
    console.info('Gurn: the page went away during an insertion.', error);
    return { outcome: 'refused', composer, reason: 'The page changed meanwhile: look whether the picture is there.' };
  }
}
