/** `tsx tests/browser/pages/shots.ts FOLDER [DIST]`: pictures of the welcome and the library page, light and dark. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchGurn } from '../support/extension.ts';

const [folder = 'out/pages', dist = 'dist'] = process.argv.slice(2);
const NOTE = { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('This is no picture.') };
mkdirSync(folder, { recursive: true });
const gurn = await launchGurn({ dist });

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
}

async function open(name: 'welcome' | 'library', width: number): Promise<Page> {
  const page = await gurn.context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(gurn.url(`src/pages/${name}/index.html`));
  if (name === 'welcome') await page.getByRole('switch').first().waitFor();
  return page;
}

try {
  for (const width of [400, 1100]) {
    await shoot(await open('welcome', width), `welcome-${width}`);
    const library = await open('library', width);
    await library.setInputFiles('input[type=file]', [NOTE]);
    await library.getByText('text file').waitFor();
    await library
      .getByRole('button', { name: /^Delete / })
      .first()
      .waitFor();
    await shoot(library, `library-${width}`);
    await library.getByRole('link', { name: 'Settings' }).click();
    await library.getByLabel('Expressions are computed with').waitFor();
    await shoot(library, `settings-${width}`);
  }
} finally {
  await gurn.close();
}
