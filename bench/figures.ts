import { writeFile } from 'node:fs/promises';

/** Writes a part's figures for `npm run bench -- --json`; without a file nothing is wanted. */
export async function writeFigures(file: string | undefined, figures: object): Promise<void> {
  if (file) await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
}
