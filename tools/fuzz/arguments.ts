import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run fuzz -- [OPTION...]

Sends hostile pictures through the built extension: decoded, searched, embedded and stored by Gurn itself, in Chromium.

  --cases N      how many (1000)
  --seed S       which corpus, a whole number (another one each time; it is printed)
  --case K       only case K of the corpus, which --seed must name
  --out FILE     write the picture of --case K to FILE
  -h, --help     this text

Exit status: 0 all is well, 1 faults were found, 2 wrong usage.
`;

export interface Arguments {
  readonly help: boolean;
  readonly cases: number;
  readonly seed: number;
  readonly only: number | undefined;
  readonly out: string | undefined;
}

/** The command was called in a way it does not understand. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} cannot be "${text}".`);
  return Number(text);
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { cases: text, seed: text, case: text, out: text, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param anySeed taken where none is named. @throws UsageError */
export function parseArguments(args: readonly string[], anySeed: number): Arguments {
  const values = parsed(args);
  const only = whole('case', values.case);
  const seed = whole('seed', values.seed);
  if (only !== undefined && seed === undefined) throw new UsageError('Of which corpus? Give --seed too.');
  if (values.out !== undefined && only === undefined) throw new UsageError('--out wants a --case.');
  const cases = whole('cases', values.cases) ?? 1000;
  return { help: values.help ?? false, cases, seed: seed ?? anySeed, only, out: values.out };
}
