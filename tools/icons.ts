/** Draws the extension's icons from src/ui/icon.svg: icons are asked for as PNG at these sizes by manifest.json. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './paths.ts';

/** Pixels a side: toolbar at one and two device pixels, the extensions page, the installation dialogue. */
const SIZES = [16, 32, 48, 128];

/** Writes `16.png`, `32.png`, `48.png` and `128.png` into `outDir`, which is made when it is missing. */
export async function build(outDir: string): Promise<void> {
  const drawing = readFileSync(join(root, 'src/ui/icon.svg'), 'utf8');
  mkdirSync(outDir, { recursive: true });
  for (const size of SIZES) {
    const picture = new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render();
    writeFileSync(join(outDir, `${size}.png`), picture.asPng());
  }
}
