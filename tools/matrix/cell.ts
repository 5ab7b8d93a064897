/** One cell of the matrix: one file into one editor, and what became of it. */
import type { InsertReport } from '../../src/messages/index.ts';
import type { Editor, Expected, FileKind } from '../../tests/browser/insert/editors/index.ts';
import type { Received } from '../../tests/browser/insert/fixtures/receive.ts';
import type { Sample } from '../../tests/browser/insert/rig/samples.ts';
import { eventually } from '../../tests/browser/support/eventually.ts';
import type { MatrixBrowser, MatrixPage } from './browser.ts';

export interface Cell extends Expected {
  readonly editor: string;
  readonly file: FileKind;
  /** How the page was seen to take the file. */
  readonly sign?: string;
  /** Why nothing took it, in Gurn's words. */
  readonly reason?: string;
  /** From the request until the report. */
  readonly milliseconds: number;
}

/** A second copy that is still on its way shows within this time, in milliseconds. */
const QUIET = 250;

/** What the editor took, once nothing more comes. An upload may begin only after the editor shows the picture. */
async function settle(page: MatrixPage, { outcome }: InsertReport): Promise<readonly Received[]> {
  if (outcome === 'inserted')
    await eventually(
      () => page.received(),
      ({ length }) => length > 0,
    );
  let last = await page.received();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    const now = await page.received();
    if (now.length === last.length) return now;
    last = now;
  }
}

function bytesOf(received: readonly Received[], { sha256 }: Sample): Expected['bytes'] {
  if (received.length === 0) return 'none';
  return received.every((file) => file.sha256 === sha256) ? 'same' : 're-encoded';
}

/** Opens the editor's page in a tab of its own and inserts one file. `meme` is the file's id in the library. */
export async function fillCell(
  browser: MatrixBrowser,
  origin: string,
  editor: Editor,
  file: { readonly kind: FileKind; readonly meme: string; readonly sample: Sample },
): Promise<Cell> {
  const page = await browser.open(`${origin}/editors/${editor.page}`);
  try {
    await page.focus();
    const { report, milliseconds } = await page.insert(file.meme);
    const received = await settle(page, report);
    return {
      editor: editor.name,
      file: file.kind,
      ...seenIn(report),
      bytes: bytesOf(received, file.sample),
      copies: received.length,
      milliseconds,
    };
  } finally {
    await page.close();
  }
}

/** Where nothing takes the file, the popup puts it on the clipboard. */
function seenIn(report: InsertReport): Pick<Cell, 'outcome' | 'rung' | 'sign' | 'reason'> {
  if (report.outcome === 'inserted') return { outcome: 'inserted', rung: report.rung, sign: report.signal };
  if (report.outcome === 'probably') return { outcome: 'probably', rung: report.rung };
  return { outcome: 'copied', reason: report.reason };
}
