import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gurn } from '../../tools/driver/extension.ts';
import { seedLibrary } from '../../tools/driver/seed-library.ts';
import { root } from '../../tools/paths.ts';

export const PAGE = 'src/pages/library/index.html';

/** Fills Gurn's library, unless it is filled already (a profile that is used again); returns the seconds it took. */
export async function prepare(gurn: Gurn, memes: number, faces: number): Promise<number> {
  const page = await gurn.context.newPage();
  await page.goto(gurn.url(PAGE));
  // The stickers first, so that nothing is placed while something is measured.
  await page.waitForSelector('.meme');
  await page.waitForFunction(() => performance.getEntriesByName('gurn:collection').length > 0);
  const there = Number((await page.locator('header [role=status]').textContent())?.replace(/\D/g, ''));
  const begun = performance.now();
  if (there < memes) {
    const { model, prototypes } = JSON.parse(await readFile(join(root, 'models/prototypes.json'), 'utf8')) as {
      model: string;
      prototypes: { mean: number[] }[];
    };
    await page.goto(gurn.url('manifest.json'));
    await page.evaluate(seedLibrary, { memes, faces, model, means: prototypes.map(({ mean }) => mean) });
  }
  await page.close();
  return (performance.now() - begun) / 1000;
}
