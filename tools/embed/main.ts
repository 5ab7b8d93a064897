/** `npm run --silent embed -- PATH…`: standard output is JSON lines and nothing else. */
import { type Arguments, parseArguments, USAGE, UsageError } from './arguments.ts';
import { Progress } from './progress.ts';
import { whereFrom } from './where.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

/** Whether the reader (`| head`) has gone; any other failure to write is thrown. */
function watchReader(): { gone: boolean } {
  const reader = { gone: false };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    reader.gone = true;
  });
  return reader;
}

/** Waits until the line has been taken, or nobody takes it any more (see watchReader). */
const print = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });

/** Returns the exit status. */
async function run({ paths, workers, limitMs }: Arguments): Promise<number> {
  // Brings the browser's driver along, which a usage text need not wait for.
  const { embedFiles } = await import('./index.ts');
  const reader = watchReader();
  const progress = new Progress(process.stderr);
  const options = {
    cwd: whereFrom('embed'),
    limitMs,
    onStart: (files: number) => progress.start(files),
    ...(workers === undefined ? {} : { workers }),
  };
  for await (const result of embedFiles(paths, options)) {
    await print(JSON.stringify(result));
    progress.add(result);
    if (reader.gone) break;
  }
  progress.finish();
  return progress.failed > 0 ? FAILED : 0;
}

async function main(): Promise<number> {
  const args = parseArguments(process.argv.slice(2));
  if (!args.help) return run(args);
  process.stdout.write(USAGE);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongUsage = error instanceof UsageError;
  process.exitCode = wrongUsage ? WRONG_USAGE : FAILED;
  console.error(error instanceof Error ? error.message : error);
  if (wrongUsage) console.error(`\n${USAGE}`);
}
