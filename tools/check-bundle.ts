/** `npm run check:bundle`: what must be true of `dist/` before anyone installs it. Prints its size by folder. */
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { filesIn } from './package-files.ts';

const DIST = 'dist';
/** The whole package, unpacked: what it has today and 2 % of room. 11.2 MB of it is MediaPipe's WebAssembly. */
const MAX_BYTES = 20_400_000;

/** Running text as code is forbidden by the policy; libraries that carry such a path may not take it. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'eval', pattern: /[^.\w]eval\s*\(/ },
  {
    what: 'a remote script',
    pattern: /import\s*\(\s*["']https?:|importScripts\s*\(\s*["']https?:|<script[^>]+src=["']?https?:/,
  },
  { what: 'a source map', pattern: /sourceMappingURL=/ },
];

const partOf = (path: string): string => {
  const [first = '', second] = relative(DIST, path).split('/');
  if (second === undefined) return 'manifest and pages';
  return first;
};

function main(): void {
  const sizes = new Map<string, number>();
  const problems: string[] = [];
  for (const path of filesIn(DIST)) {
    const { size } = statSync(path);
    sizes.set(partOf(path), (sizes.get(partOf(path)) ?? 0) + size);
    if (!/\.(js|html|css|json)$/.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    for (const { what, pattern } of FORBIDDEN) {
      if (pattern.test(text)) problems.push(`${relative('.', path)} holds ${what}`);
    }
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > MAX_BYTES) problems.push(`the package has ${total} bytes, more than ${MAX_BYTES}`);
  for (const [part, size] of [...sizes].sort(([, a], [, b]) => b - a)) {
    console.log(`${(size / 1e6).toFixed(2).padStart(8)} MB  ${part}`);
  }
  console.log(`${(total / 1e6).toFixed(2).padStart(8)} MB  in all`);
  for (const problem of problems) console.error(`Bundle: ${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main();
