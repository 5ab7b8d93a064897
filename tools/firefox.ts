import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Thrown when there is no Firefox. The message says what to install. */
export class NoFirefoxError extends Error {
  readonly code = 'no-firefox';
  constructor() {
    super(
      'No Firefox was found. Install it (Debian: "sudo apt-get install firefox-esr xvfb"), ' +
        'or point the FIREFOX environment variable at one.',
    );
  }
}

/** The first of these programs on the PATH. */
export const onPath = (names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);

/**
 * Path of the Firefox to drive: the FIREFOX environment variable, else the first known name on the PATH.
 * @throws NoFirefoxError when there is none.
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string {
  if (env.FIREFOX) {
    if (isExecutable(env.FIREFOX)) return env.FIREFOX;
    throw new Error(`FIREFOX points at ${env.FIREFOX}, which cannot be run.`);
  }
  const found = onPath(NAMES, env);
  if (!found) throw new NoFirefoxError();
  return found;
}
