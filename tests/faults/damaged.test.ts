/** The profile's files on the disk, damaged between two starts of the browser as a failing disk damages them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addUndisturbed, judge } from './support/addition.ts';
import { openDesk, said } from './support/desk.ts';
import { cutPictures, damageDatabase } from './support/disk.ts';
import { buildProbed, type Probed } from './support/probed.ts';
import { openStage, type Picture, type Stage } from './support/stage.ts';

const LIBRARY = 'src/pages/library/index.html';

let probed: Probed;
let profile: string;
let stage: Stage;
beforeAll(async () => {
  probed = await buildProbed();
});
afterAll(() => probed.remove());
afterEach(async () => {
  await stage.end();
  await rm(profile, { recursive: true, force: true });
});

/** A library with one picture of the person's own, seen once, and damaged while the browser is closed. */
async function damagedBy(damage: (profile: string) => void): Promise<Picture> {
  profile = await mkdtemp(join(tmpdir(), 'gurn-damaged-'));
  stage = await openStage({ profile }, probed);
  const picture = stage.picture();
  expect(await addUndisturbed(stage, picture)).toMatchObject({ kind: 'done' });
  // Opening the popup is when it is noted which library this is.
  await (await openDesk(stage, stage.page)).close();
  await stage.end();
  damage(profile);
  stage = await openStage({ profile }, probed);
  return picture;
}

async function open(path: string): Promise<Page> {
  const page = await stage.gurn.context.newPage();
  await page.goto(stage.gurn.url(path));
  return page;
}

/** Of what the library holds under this id. */
const digestOf = (id: string): Promise<string> =>
  stage.views.evaluate(async (meme) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('gurn');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const blob = await new Promise<Blob>((resolve, reject) => {
      const reading = db.transaction('bytes').objectStore('bytes').get(meme);
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    db.close();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, id);

const LOST = { name: 'The browser lost your library' };

it('says that the library is lost when the browser puts an empty one in its place, until the person has read it', async () => {
  const picture = await damagedBy(damageDatabase);
  const popup = await open('src/popup/index.html?tab=1');
  await popup.getByRole('heading', LOST).waitFor();
  expect(await popup.locator('.notice').textContent()).toMatch(/it held [\d,]+ memes/);
  await popup.close();
  const library = await open(LIBRARY);
  await library.getByRole('heading', LOST).waitFor();
  await library.getByRole('button', { name: 'Start anew' }).click();
  await library.getByRole('heading', { name: 'Your memes' }).waitFor();
  await library.reload();
  await library.locator('.meme img').first().waitFor();
  expect(await library.getByRole('heading', LOST).count()).toBe(0);
  await library.close();

  const again = stage.picture();
  expect(again.id).toBe(picture.id);
  const added = await addUndisturbed(stage, again);
  expect(added).toMatchObject({ kind: 'done', text: expect.stringMatching(/^Added/) });
  expect(await judge(stage, again, added)).toEqual([]);
});

it.each([
  ['are empty', 0],
  ['end too early', 0.5],
])(
  'says of pictures whose files %s that they cannot be read, puts none into a message, and takes them again',
  async (_, part) => {
    const picture = await damagedBy((folder) => cutPictures(folder, part));
    const library = await open(LIBRARY);
    // The beginning of a picture is shown as far as it goes.
    const card = library.locator(`.meme[data-meme="${picture.id}"]`);
    if (part === 0) await card.getByText('cannot be read').waitFor();
    await library.close();

    await stage.fresh();
    // Its matches have no picture to show.
    const desk = await openDesk(stage, stage.page, '.match');
    await desk.locator('.match').first().click();
    expect(await said(desk)).toMatch(/cannot be read there. Add it again, or delete it/);
    expect(await stage.page.locator('#box img').count()).toBe(0);
    await desk.close();

    expect(await addUndisturbed(stage, stage.picture())).toMatchObject({ kind: 'done' });
    expect(await digestOf(picture.id)).toBe(picture.id);
    expect((await stage.held()).broken).toEqual([]);
  },
);
