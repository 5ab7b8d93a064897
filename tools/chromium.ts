import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Thrown when there is no Chromium. The message says what to install. */
export class NoChromiumError extends Error {
  readonly code = 'no-chromium';
  constructor() {
    super(
      'Gurn needs Chromium, and none was found. Install it (Debian, Ubuntu: "sudo apt-get install chromium"), ' +
        'or point the CHROMIUM environment variable at one.',
    );
  }
}

/**
 * Path of the Chromium to drive: the CHROMIUM environment variable, else the first known name on the PATH.
 * @throws NoChromiumError when there is none.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  if (env.CHROMIUM) {
    if (isExecutable(env.CHROMIUM)) return env.CHROMIUM;
    throw new Error(`CHROMIUM points at ${env.CHROMIUM}, which cannot be run.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of NAMES) {
    const found = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  throw new NoChromiumError();
}

/** Chromium's sandbox refuses to run as root; everybody else keeps it. */
export const sandboxArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
