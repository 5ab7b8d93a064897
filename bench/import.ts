/**
 * `npm run bench:import [FOLDER]`: how fast pictures come into the library through the extension itself, from the
 * folder dialog to the last one being on disk. Without a folder: sixty 640 px JPEGs cut from the photographs of
 * @vladmandic/face-api. CPU time counts every process of the browser, so that it says something on a busy machine
 * too; images/s does not. The models are warm when the clock starts. GURN_DIST names another build than dist/.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchGurn } from '../tools/driver/extension.ts';
import { cpuSeconds } from './cpu.ts';
import { writePictures } from './pictures.ts';

const LIMIT_MS = 20 * 60_000;

/** Chooses the paths in the section's first dialog, and waits until the newest of `cards` imports has ended. */
async function bringIn(page: Page, paths: string[], cards: number): Promise<string> {
  await page.getByLabel('Choose files').last().setInputFiles(paths);
  await page.waitForFunction((count) => document.querySelectorAll('article.import').length === count, cards);
  const newest = page.locator('article.import').first();
  await newest.getByText('All done').waitFor({ timeout: LIMIT_MS });
  return (await newest.locator('p.quiet').nth(1).textContent()) ?? '';
}

async function measure(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const [first = ''] = paths;
  const gurn = await launchGurn({ camera: 'none' });
  try {
    const page = await gurn.context.newPage();
    await page.goto(gurn.url('src/pages/library/index.html#bring-in'));
    await bringIn(page, [first], 1);
    const [cpuBefore, before] = [cpuSeconds(), performance.now()];
    const said = await bringIn(page, paths, 2);
    const seconds = (performance.now() - before) / 1000;
    const cpu = cpuSeconds() - cpuBefore;
    console.log(`${paths.length} images: ${said}`);
    console.log(
      `${(paths.length / seconds).toFixed(1)} images/s, ${((cpu * 1000) / paths.length).toFixed(0)} ms CPU each`,
    );
    console.log(`${(cpu / seconds).toFixed(2)} cores were to be had`);
  } finally {
    await gurn.close();
  }
}

const [given] = process.argv.slice(2);
const folder = given ?? (await mkdtemp(join(tmpdir(), 'gurn-bench-import-')));
try {
  if (!given) await writePictures(folder);
  await measure(folder);
} finally {
  if (!given) await rm(folder, { recursive: true });
}
