import { parseArgs } from 'node:util';
import { LIMITS } from '../../src/library/packs/index.ts';
import { plain } from '../../src/library/packs/text.ts';
import { UsageError } from '../embed/arguments.ts';

export const USAGE = `Usage: npm run --silent pack -- FOLDER OUT.gurnpack [OPTION...]

Makes a pack of all pictures in a folder and its folders, with their faces, for Gurn's library page to import.

  --tags A,B        tags for every meme
  --workers N       browsers at work at once (one more than cores, 16 at most)
  --force           write over OUT.gurnpack when it is there
  -h, --help        this text

Progress goes to standard error. Exit status: 0 the pack is written, 1 it is not, 2 wrong usage.
`;

export interface Arguments {
  readonly help: boolean;
  readonly folder: string;
  readonly out: string;
  readonly tags: readonly string[];
  readonly workers: number | undefined;
  readonly force: boolean;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        force: { type: 'boolean', default: false },
        tags: { type: 'string', default: '' },
        workers: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function tagsOf(text: string): string[] {
  const tags = [...new Set(text.split(',').map((tag) => plain(tag, LIMITS.tag)))].filter((tag) => tag !== '');
  if (tags.length > LIMITS.tags) throw new UsageError(`A meme can have ${LIMITS.tags} tags at most.`);
  return tags;
}

function workersOf(text: string | undefined): number | undefined {
  if (text === undefined || /^([1-9]|[1-5]\d|6[0-4])$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--workers cannot be "${text}".`);
}

/** @throws UsageError */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  const [folder = '', out = '', ...more] = positionals;
  const { help, force } = values;
  if (!help && (folder === '' || out === '' || more.length > 0)) {
    throw new UsageError('Which folder, and into which pack?');
  }
  if (!help && !out.endsWith('.gurnpack')) throw new UsageError(`A pack's name ends in .gurnpack, "${out}" does not.`);
  return { help, force, folder, out, tags: tagsOf(values.tags), workers: workersOf(values.workers) };
}
