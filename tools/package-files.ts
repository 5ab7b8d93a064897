import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files below a folder; each begins with it. */
export function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}
