/** Runs the matrix in one browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEditors } from '../../tests/browser/insert/editors/build.ts';
import { EDITORS, type Editor, expectedOf, FILES, type FileKind } from '../../tests/browser/insert/editors/index.ts';
import { KB100, type Kind, MB8, type Sample, sample } from '../../tests/browser/insert/rig/samples.ts';
import { serveDemo } from '../demo-server.ts';
import type { MatrixBrowser } from './browser.ts';
import { type Cell, fillCell } from './cell.ts';

/** Gurn is switched on for the cross-origin frames of this name; the pages themselves are entered by the click. */
export const HOSTS = ['http://localhost/*'];

export interface Site {
  readonly origin: string;
  end(): Promise<void>;
}

/** Builds the editors' pages and serves them on this machine. */
export async function serveEditors(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-editors-'));
  await buildEditors(join(folder, 'editors'));
  const server = await serveDemo(0, folder);
  return {
    origin: server.origin,
    async end() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const sampleOf = (kind: FileKind): Sample =>
  kind === 'large png' ? sample('png', MB8) : sample(kind satisfies Kind, KB100);

/** Fills the cells one after the other. `wanted` says which. */
export async function* runMatrix(
  browser: MatrixBrowser,
  origin: string,
  wanted: (editor: Editor, file: FileKind) => boolean = () => true,
): AsyncGenerator<Cell> {
  const files = new Map<FileKind, { kind: FileKind; meme: string; sample: Sample }>();
  for (const editor of EDITORS) {
    for (const kind of FILES.filter((file) => wanted(editor, file))) {
      const known = files.get(kind);
      const file = known ?? { kind, sample: sampleOf(kind), meme: await browser.add(sampleOf(kind)) };
      files.set(kind, file);
      yield await fillCell(browser, origin, editor, file);
    }
  }
}

/** Where the cell is not what the table next to the editors expects, in words. */
export function surpriseIn(cell: Cell): string | undefined {
  const editor = EDITORS.find(({ name }) => name === cell.editor);
  if (!editor) return `${cell.editor} is not in the table`;
  const { outcome, rung, bytes, copies } = expectedOf(editor, cell.file);
  const wanted = { outcome, rung, bytes, copies };
  const found = { outcome: cell.outcome, rung: cell.rung, bytes: cell.bytes, copies: cell.copies };
  if (JSON.stringify(wanted) === JSON.stringify(found)) return undefined;
  return `${cell.editor}, ${cell.file}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`;
}
