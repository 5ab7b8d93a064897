/**
 * `npm run check:bundle`: what must be true of `dist/`, and of `dist-firefox/` where that was built, before anyone
 * installs it. Prints its size by folder. See docs/supply-chain.md.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesIn } from './package-files.ts';
import { contentFaults } from './supply/contents.ts';
import { policyFaults } from './supply/policy.ts';
import { say } from './supply/say.ts';
import { noticeFaults } from './supply/shipped.ts';

/** The whole package, unpacked: what it has today and 2 % of room. 11.2 MB of it is MediaPipe's WebAssembly. */
const MAX_BYTES = 19_350_000;

function partOf(path: string): string {
  const [first = '', second] = path.split('/');
  return second === undefined ? 'manifest and pages' : first;
}

function checkSize(dist: string): string[] {
  const sizes = new Map<string, number>();
  for (const path of filesIn(dist)) {
    const part = partOf(relative(dist, path));
    sizes.set(part, (sizes.get(part) ?? 0) + statSync(path).size);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const [part, size] of [...[...sizes].sort(([, a], [, b]) => b - a), ['in all', total] as const]) {
    console.log(`${(size / 1e6).toFixed(2).padStart(8)} MB  ${part}`);
  }
  return total > MAX_BYTES ? [`it has ${total} bytes, more than ${MAX_BYTES}`] : [];
}

function check(dist: string): void {
  console.log(`${dist}:`);
  const notices = noticeFaults(dist);
  const policy = policyFaults(JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')));
  const faults = [...checkSize(dist), ...contentFaults(dist), ...policy, ...notices.faults];
  say(
    `${dist}: no eval, no remote code, no address that nobody accounts for; notices of ${notices.packages} packages`,
    faults.map((fault) => `${dist}: ${fault}`),
  );
}

check('dist');
if (existsSync('dist-firefox')) check('dist-firefox');
