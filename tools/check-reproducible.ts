/**
 * `npm run check:reproducible`: builds both packages in this folder and again, from nothing but the sources and
 * node_modules, in another folder, time zone and language, and compares them byte for byte. With GURN_BUILT=1 what is
 * in `dist/` and `dist-firefox/` is taken for the first build.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';
import { differences, digestOfAll, digestsOf } from './supply/compare.ts';
import { say } from './supply/say.ts';

const BUILDS = { build: 'dist', 'build:firefox': 'dist-firefox' } as const;
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const runBuild = (script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Buffer =>
  execFileSync('npm', ['run', '--silent', script], { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });

/** A copy of all that git knows of or does not ignore: nothing that was built. */
function copySources(target: string): void {
  // Whoever runs the check need not be who owns the files.
  const git = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', git, { cwd: root });
  const files = new Set(listed.toString('utf8').split('\0').filter(Boolean));
  for (const file of files) if (existsSync(join(root, file))) cpSync(join(root, file), join(target, file));
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'));
}

const parent = mkdtempSync(join(tmpdir(), 'gurn-again-'));
const copy = join(parent, 'another folder', 'gurn');
try {
  copySources(copy);
  const faults: string[] = [];
  for (const [script, dist] of Object.entries(BUILDS)) {
    if (process.env.GURN_BUILT !== '1') runBuild(script, root);
    runBuild(script, copy, ELSEWHERE);
    const [first, again] = [digestsOf(join(root, dist)), digestsOf(join(copy, dist))];
    faults.push(...differences(first, again).map((difference) => `${dist}: ${difference}`));
    console.log(`${dist}: ${first.size} files, ${digestOfAll(first)}`);
  }
  say('Reproducible: two builds are the same, byte for byte', faults);
} finally {
  rmSync(parent, { recursive: true, force: true });
}
