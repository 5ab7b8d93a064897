/** `npm run pack -- FOLDER OUT.gurnpack`: a pack of a folder's pictures. */
import { resolve } from 'node:path';
import meta from '../../models/embedder/meta.json' with { type: 'json' };
import { UsageError } from '../embed/arguments.ts';
import { Progress } from '../embed/progress.ts';
import { whereFrom } from '../embed/where.ts';
import { type Arguments, parseArguments, USAGE } from './arguments.ts';
import { refuseOverwriting, writeFile } from './file.ts';
import type { Skipped } from './sources.ts';

const FAILED = 1;
const WRONG_USAGE = 2;
const GENERATOR = 'npm run pack';

const counted = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function run({ folder, out, tags, workers, force }: Arguments): Promise<void> {
  const cwd = whereFrom('pack');
  const path = resolve(cwd, out);
  if (!force) await refuseOverwriting(path);
  // Brings the browser's driver along, which a usage text need not wait for.
  const { sourcesIn } = await import('./sources.ts');
  const progress = new Progress(process.stderr);
  const skipped: Skipped[] = [];
  let faceless = 0;
  const sources = sourcesIn(folder, {
    cwd,
    tags,
    model: meta.version,
    onStart: (files) => progress.start(files),
    onResult: (result) => {
      progress.add(result);
      if (result.error === null && result.faces.length === 0) faceless += 1;
    },
    onSkip: (one) => skipped.push(one),
    ...(workers === undefined ? {} : { workers }),
  });
  try {
    const { memes, faces, bytes, leftOut } = await writeFile(path, sources, { generator: GENERATOR });
    skipped.push(...leftOut.map(({ name, why }) => ({ file: name, why })));
    progress.finish();
    const size = `${counted(memes, 'meme')}, ${counted(faces, 'face')}, ${megabytes(bytes)}`;
    console.log(`${out}: ${size}; read again and sound.`);
    if (faceless > 0) console.log(`In ${counted(faceless, 'picture')} no face was found: Gurn can teach them one.`);
  } finally {
    for (const { file, why } of skipped) console.log(`Skipped ${file}: ${why}`);
  }
}

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2));
  if (args.help) process.stdout.write(USAGE);
  else await run(args);
}

try {
  await main();
} catch (error) {
  const wrongUsage = error instanceof UsageError;
  process.exitCode = wrongUsage ? WRONG_USAGE : FAILED;
  console.error(error instanceof Error ? error.message : error);
  if (wrongUsage) console.error(`\n${USAGE}`);
}
