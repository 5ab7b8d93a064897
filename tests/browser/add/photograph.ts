import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const demo = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo');

/** A photograph of people, JPEG: 1 to 6. */
export const photograph = (number: number): Promise<Buffer> => readFile(join(demo, `sample${number}.jpg`));
