/** One cell of the matrix: one file into one editor, and what became of it. */
import type { InsertReport } from '../../src/messages/index.ts';
import type { Expected, FileKind } from '../../tests/browser/insert/editors/index.ts';
import type { Received } from '../../tests/browser/insert/fixtures/receive.ts';
import type { Sample } from '../../tests/browser/insert/rig/samples.ts';
import type { Insertion } from './browser.ts';

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

type Seen = Pick<Cell, 'outcome' | 'rung' | 'sign' | 'reason'>;

/** Where nothing takes the file, the popup puts it on the clipboard. */
function seenIn(report: InsertReport): Seen {
  switch (report.outcome) {
    case 'inserted':
      return { outcome: 'inserted', rung: report.rung, sign: report.signal };
    case 'probably':
      return { outcome: 'probably', ...(report.rung && { rung: report.rung }) };
    case 'refused':
    case 'no-composer':
      return { outcome: 'copied', reason: report.reason };
    default:
      throw new Error(`No editor of the matrix may answer with ${report.outcome}.`);
  }
}

/** Whether what an editor took came from this file: the same bytes, or at least the name. */
const isFrom = (sample: Sample, { sha256, name }: Received): boolean =>
  sha256 === sample.sha256 || name.startsWith(`${sample.name}-`);

function bytesOf(taken: readonly Received[], sample: Sample): Expected['bytes'] {
  if (taken.length === 0) return 'none';
  return taken.every(({ sha256 }) => sha256 === sample.sha256) ? 'same' : 're-encoded';
}

/** Puts together what Gurn said and what the editor took. `received`: all that it took, of other files too. */
export function cellOf(
  editor: string,
  file: { readonly kind: FileKind; readonly sample: Sample },
  { report, milliseconds }: Insertion,
  received: readonly Received[],
): Cell {
  const taken = received.filter((one) => isFrom(file.sample, one));
  return {
    editor,
    file: file.kind,
    ...seenIn(report),
    bytes: bytesOf(taken, file.sample),
    copies: taken.length,
    milliseconds: Math.round(milliseconds),
  };
}
