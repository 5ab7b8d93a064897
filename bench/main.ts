/**
 * `npm run bench [-- --json FILE --only frame,search --built]`: builds once, then runs every part alone, one after the
 * other; one that fails does not keep the others from running. `--json` writes all figures into one file; `--built`
 * takes dist/ as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../tools/paths.ts';
import { browserVersion, machine } from './machine.ts';
import { chosen, merge, type Outcome } from './merge.ts';
import { PARTS, type Part } from './parts.ts';

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

function run(part: Part, folder: string): Outcome {
  const file = join(folder, `${part.name}.json`);
  console.log(`\n## ${part.name}\n`);
  if (!existsSync(join(root, part.script))) return { part, written: undefined, status: 'absent' };
  const child = spawnSync(process.execPath, [tsx, part.script, '--json', file], { cwd: root, stdio: 'inherit' });
  if (child.error) console.error(child.error.message);
  return { part, written: readFigures(file), status: child.status };
}

/** What a part has written; undefined when there is nothing, or only the beginning of something. */
function readFigures(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

function main(): void {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string' }, built: { type: 'boolean' } },
  });
  const parts = chosen(PARTS, values.only);
  if (!values.built) {
    const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
    if (build.status !== 0) throw new Error('The build failed; nothing was measured.');
  }
  const about = { date: new Date().toISOString(), machine: machine(), browser: browserVersion() };
  const folder = mkdtempSync(join(tmpdir(), 'gurn-bench-'));
  try {
    const { figures, problems } = merge(parts.map((part) => run(part, folder)));
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...about, ...figures }, null, 2)}\n`);
    for (const problem of problems) console.error(`Bench: ${problem}`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
