/** Hands the file to a frame, and makes a report of it also when the frame does not answer any more. */
import { type InsertReport, type InsertResult, RequestError, type RequestOf } from '../../messages/index.ts';
import type { Page } from './page.ts';

/** Milliseconds within which the page must begin; a page that hangs must not begin when the user has tried again. */
export const START_WITHIN = 15_000;
/** Milliseconds to wait for the page's report: the time to begin, and what the slowest insertion takes. */
export const LIMIT = START_WITHIN + 20_000;

const SILENT = `The page has not answered for ${LIMIT / 1000} seconds.`;
const CHANGED = 'The page changed meanwhile.';
const GONE = 'The page changed before the picture could be put in.';
const FAILED = 'Gurn itself failed in this page. The picture may be in your message or not.';
const CLOSED = 'That tab was closed meanwhile.';

/** The result where the page itself gave none. */
export type Outcome = { readonly report: InsertReport; readonly result?: Pick<InsertResult, 'attempts' | 'took'> };

const silence = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, LIMIT, undefined));

/** The content script answered, and what it answered was an error of its own. */
const isOurs = (error: unknown): boolean => error instanceof RequestError && error.code !== 'no-answer';

async function whyLost(tab: number, composer: string, error: unknown, page: Page): Promise<InsertReport> {
  if ((await page.look(tab)) === undefined) return { outcome: 'refused', composer, reason: CLOSED };
  // Chromium's words for a frame that nobody listens in, as after a navigation: it never got the file.
  const untouched = error instanceof Error && /receiving end does not exist/i.test(error.message);
  if (untouched) return { outcome: 'refused', composer, reason: GONE };
  return { outcome: 'probably', composer, reason: isOurs(error) ? FAILED : CHANGED };
}

/** Never rejects: whatever the page did is a report. */
export async function handOver(
  tab: number,
  { frame, composer }: { readonly frame: number; readonly composer: string },
  file: Omit<RequestOf<'composer.insert'>, 'startBy'>,
  page: Page,
): Promise<Outcome> {
  try {
    const request = { ...file, startBy: Date.now() + START_WITHIN };
    const answer = await Promise.race([page.insert(tab, frame, request), silence()]);
    if (!answer) return { report: { outcome: 'probably', composer, reason: SILENT } };
    const { report, ...result } = answer;
    return { report, result };
  } catch (error) {
    if (isOurs(error)) console.error('Gurn: the content script failed during an insertion.', error);
    else console.info('Gurn: the page went away during an insertion.', error);
    return { report: await whyLost(tab, composer, error, page) };
  }
}
