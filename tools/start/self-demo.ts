/**
 * The main job without a display: photographs stand in front of a fake camera, the memes that wear their expression
 * are printed, one goes into the demo chat. Everything runs in a real browser through the real extension.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveDemo } from '../demo-server.ts';
import { takeShot, writeFilm } from '../driver/camera.ts';
import { type Gurn, launchGurn } from '../driver/extension.ts';
import { addToLibrary, namesOf } from '../driver/library.ts';
import { liveResult, screenshot } from '../driver/live.ts';
import { type ShotName, shots } from '../driver/shots.ts';
import { overPage } from './compose.ts';
import { describe } from './describe.ts';
import { insertBest } from './insert-best.ts';

const OUT = join('out', 'demo');

/** Who stands in front of the camera, and whose pictures are the memes beside the starter stickers. */
const FACES: readonly ShotName[] = ['laugh', 'serious', 'astonished', 'toothySmile'];
const MEMES: readonly ShotName[] = ['grin', 'smile', 'laughInProfile', 'thoughtful', 'knowing', 'calm'];

async function takeShots(page: Page, names: readonly ShotName[]): Promise<Map<ShotName, Buffer>> {
  const pictures = new Map<ShotName, Buffer>();
  for (const name of names) pictures.set(name, await takeShot(page, shots[name]));
  return pictures;
}

export async function selfDemo(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const film = join(process.cwd(), OUT, 'camera.mjpeg');
  const demo = await serveDemo();
  const gurn = await launchGurn({ film });
  try {
    await run(gurn, `${demo.origin}/`, film);
  } finally {
    await gurn.close();
    await demo.close();
    await rm(film, { force: true });
  }
  console.log(`\nScreenshots of the popup and of the chat are in ${OUT}.`);
}

async function run(gurn: Gurn, demoUrl: string, film: string): Promise<void> {
  const chat = await gurn.context.newPage();
  await chat.goto(demoUrl);
  const faces = await takeShots(chat, FACES);
  const memes = await takeShots(chat, MEMES);
  await addToLibrary(
    gurn,
    [...memes].map(([name, buffer]) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer })),
  );

  for (const [index, [face, picture]] of [...faces].entries()) {
    await writeFilm(film, [picture]);
    await chat.locator('[data-chat=discord-like] [role=textbox]').click();
    if (index === 0) await chat.keyboard.type('me, when the build is green');
    const popup = await gurn.clickToolbar(chat);
    const result = await liveResult(popup);
    console.log(describe(face, result, await namesOf(popup, result.matches)));
    const shown = await screenshot(popup);
    await writeFile(join(OUT, `popup-${face}.png`), shown);
    if (index === 0) {
      console.log(`    ${await insertBest(chat, popup)}`);
      const after = await chat.screenshot();
      await writeFile(join(OUT, 'chat.png'), after);
      await writeFile(join(OUT, 'at-work.png'), await overPage(chat, after, shown));
    }
    await gurn.closePopups();
  }
}
