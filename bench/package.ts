/** `tsx bench/package.ts [--json FILE]`: the size of dist/ by part, unpacked, and compressed file by file as a zip is. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { filesIn } from '../tools/package-files.ts';
import { writeFigures } from './figures.ts';
import { partOf } from './package-parts.ts';

interface Size {
  bytes: number;
  compressed: number;
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const dist = process.env.GURN_DIST ?? 'dist';
const parts = new Map<string, Size>();
const total: Size = { bytes: 0, compressed: 0 };
for (const path of filesIn(dist)) {
  const contents = readFileSync(path);
  const part = partOf(relative(dist, path), () => contents.toString('utf8'));
  const size = parts.get(part) ?? { bytes: 0, compressed: 0 };
  parts.set(part, size);
  for (const sum of [size, total]) {
    sum.bytes += contents.byteLength;
    sum.compressed += deflateRawSync(contents).byteLength;
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
const sorted = [...parts].sort(([, a], [, b]) => b.bytes - a.bytes);
console.log('| part | MB | MB compressed |\n|---|---|---|');
for (const [part, { bytes, compressed }] of [...sorted, ['**in all**', total] as const]) {
  console.log(`| ${part} | ${megabytes(bytes)} | ${megabytes(compressed)} |`);
}
const figures = { ...total, parts: Object.fromEntries(sorted) };
await writeFigures(values.json, { package: figures });
