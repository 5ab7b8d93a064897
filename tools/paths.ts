import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** What the build copies into the extension as it is; made by `npm run assets`. */
export const publicDir = join(root, 'build/public');
