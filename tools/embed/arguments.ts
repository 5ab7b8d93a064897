import { parseArgs } from 'node:util';
import { DEFAULT_LIMIT_MS } from './result.ts';

export const USAGE = `Usage: npm run --silent embed -- [OPTION...] PATH...

Finds the faces in pictures and prints one JSON object a line for each file, in order:
{"file", "width", "height", "frames", "faces": [{"frame", "box", "score", "keypoints", "embedding"}], "error"}

PATH is a file, or a folder to be searched with all its folders for
.jpg .jpeg .jfif .png .apng .webp .gif .avif .bmp

  --workers N       browsers at work at once (one more than cores, 16 at most)
  --time-limit S    seconds for one file (${DEFAULT_LIMIT_MS / 1000})
  -h, --help        this text

Progress goes to standard error. Exit status: 0 all files done, 1 some failed, 2 wrong usage.
`;

export interface Arguments {
  readonly help: boolean;
  readonly paths: readonly string[];
  readonly workers: number | undefined;
  readonly limitMs: number;
}

/** The command was called in a way it does not understand. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

function positive(name: string, text: string | undefined, isFine: (value: number) => boolean): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!isFine(value)) throw new UsageError(`--${name} cannot be "${text}".`);
  return value;
}

const isWorkers = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 64;
/** A day: setTimeout's own limit is 24 days. */
const isSeconds = (value: number): boolean => value > 0 && value <= 86_400;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        workers: { type: 'string' },
        'time-limit': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals: paths } = parsed(args);
  const workers = positive('workers', values.workers, isWorkers);
  const seconds = positive('time-limit', values['time-limit'], isSeconds);
  if (paths.length === 0 && !values.help) throw new UsageError('Which files or folders?');
  if (paths.includes('')) throw new UsageError('A path is empty.');
  return { help: values.help, paths, workers, limitMs: seconds === undefined ? DEFAULT_LIMIT_MS : seconds * 1000 };
}
