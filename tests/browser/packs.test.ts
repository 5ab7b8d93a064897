/** Packs in the real extension: from the command line, from the page, into another profile. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STARTER } from '../../src/library/schema.ts';
import { type Gurn, launchGurn } from '../../tools/driver/extension.ts';
import { namesOf } from '../../tools/driver/library.ts';
import { liveResult } from '../../tools/driver/live.ts';
import { png } from '../unit/decode/pictures/png.ts';
import {
  choosePack,
  dropPack,
  npmRunPack,
  openPacks,
  packOfOldModel,
  type Run,
  readPackFile,
  stored,
} from './packs/stage.ts';
import { violations } from './support/accessibility.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

const PEOPLE = ['grin', 'thoughtful', 'calm'] as const;

let world: World;
let folder: string;
let pack: string;
let run: Run;

beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'gurn-packs-'));
  const pictures = join(folder, 'pictures-');
  const source = await mkdtemp(pictures);
  for (const name of PEOPLE) await writeFile(join(source, `${name}.jpg`), await world.picture(name));
  await writeFile(join(source, 'grin-again.jpg'), await world.picture('grin'));
  await writeFile(join(source, 'blank.png'), png(64, 48));
  await writeFile(join(source, 'notes.png'), 'These are notes.\n');
  pack = join(folder, 'people.gurnpack');
  run = await npmRunPack([source, pack, '--tags', 'people, test']);
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

it('npm run pack makes a pack of a folder and tells what it skipped and why', async () => {
  expect(run.output).toMatch(/people\.gurnpack: 4 memes, \d+ faces, .* MB; read again and sound\./);
  expect(run.output).toMatch(/Skipped .*notes\.png: This is a text file/);
  expect(run.output).toMatch(/Skipped .*grin\.jpg: the same picture as .*grin-again\.jpg/);
  expect(run.status).toBe(0);
  const memes = await readPackFile(pack);
  expect(memes.map(({ record }) => [record.name, record.type, record.tags.join()])).toEqual([
    ['blank', 'image/png', 'people,test'],
    ['calm', 'image/jpeg', 'people,test'],
    ['grin-again', 'image/jpeg', 'people,test'],
    ['thoughtful', 'image/jpeg', 'people,test'],
  ]);
});

it('npm run pack writes over nothing unless told to', async () => {
  const before = await readFile(pack);
  const again = await npmRunPack([folder, pack]);
  expect(again).toMatchObject({ status: 1, output: expect.stringContaining('is there already') });
  expect(await readFile(pack)).toEqual(before);
});

it('the library takes a pack with its vectors as they are, and matches by them', async () => {
  const page = await openPacks(world.gurn);
  await choosePack(page, 'people.gurnpack', await readFile(pack));
  await page.getByRole('heading', { name: '4 memes added' }).waitFor();
  const inLibrary = await stored(page);
  for (const { record, faces } of await readPackFile(pack)) {
    const found = inLibrary.find(({ meme }) => meme.id === record.id);
    expect(found?.digest).toBeDefined();
    expect(found?.meme).toMatchObject({ name: record.name, tags: ['people', 'test'], indexed: record.indexed });
    expect(found?.faces.map(({ model }) => model)).toEqual(faces.map(({ model }) => model));
  }
  expect(await violations(page)).toEqual([]);
  await page.close();

  await world.film([await world.picture('grin')]);
  const popup = await world.gurn.clickToolbar(world.page);
  await eventually(
    async () => {
      const { matches } = await liveResult(popup, 1);
      const [best] = matches;
      return (await namesOf(popup, matches)).get(best?.meme ?? '');
    },
    (name) => name === 'grin-again',
    60_000,
  );
  await world.gurn.closePopups();
});

it('a damaged pack is refused with the reason, and nothing changes', async () => {
  const page = await openPacks(world.gurn);
  const before = await stored(page);
  const bytes = await readFile(pack);
  await choosePack(page, 'half.gurnpack', bytes.subarray(0, bytes.length / 2));
  const alert = page.getByRole('alert');
  await alert.getByText('cut off').waitFor();
  expect(await alert.textContent()).toContain('your library is as it was');
  expect(await stored(page)).toEqual(before);
  await page.close();
});

it('what one library exports another has the same, and what another model embedded is embedded again', async () => {
  const page = await openPacks(world.gurn);
  await page.getByRole('switch', { name: /how often I used it/ }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Export \d+ memes/ }).click(),
  ]);
  await page.getByText('is ready').waitFor();
  expect(download.suggestedFilename()).toMatch(/^gurn-\d{4}-\d\d-\d\d\.gurnpack$/);
  const file = join(folder, 'library.gurnpack');
  await download.saveAs(file);
  const own = (await stored(page)).filter(({ meme }) => meme.source !== STARTER);
  expect(own).toHaveLength(4);

  const gurn: Gurn = await launchGurn();
  try {
    const other = await openPacks(gurn);
    await eventually(
      () => stored(other),
      (memes) => memes.length > 100,
    );
    await choosePack(other, 'library.gurnpack', await readFile(file));
    await other.getByRole('heading', { name: '4 memes added' }).waitFor();
    expect((await stored(other)).filter(({ meme }) => meme.source !== STARTER)).toEqual(own);

    // The same picture from an older model: first it is gone, then it comes back with vectors that are of no use.
    const [calm] = (await readPackFile(pack)).filter(({ record }) => record.name === 'calm');
    if (!calm) throw new Error('the pack lost a meme');
    await other.goto(gurn.url('src/pages/library/index.html#memes'));
    await other.evaluate(deleteMeme, calm.record.id);
    await dropPack(other, 'old.gurnpack', await packOfOldModel([calm]));
    await other.getByText('looks for the faces of 1 meme again').waitFor();
    const model = calm.record.indexed;
    const again = await eventually(
      async () => (await stored(other)).find(({ meme }) => meme.id === calm.record.id),
      (found) => found?.meme.indexed === model,
      90_000,
    );
    expect(again?.faces.map((face) => face.model)).toEqual(calm.faces.map(() => model));
  } finally {
    await gurn.close();
  }
});

/** Runs in the page: deletes a meme's record and faces, as a removal does. */
async function deleteMeme(id: string): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('gurn'));
  const tx = db.transaction(['memes', 'faces', 'bytes'], 'readwrite');
  await done(tx.objectStore('memes').delete(id));
  await done(tx.objectStore('bytes').delete(id));
  for (const key of await done(tx.objectStore('faces').index('meme').getAllKeys(id))) {
    await done(tx.objectStore('faces').delete(key));
  }
  db.close();
}
