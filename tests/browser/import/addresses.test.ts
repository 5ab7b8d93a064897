/** Pictures from the web: from addresses, and imgflip's templates; what cannot be loaded is told with its reason. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { drawMany, openEmpty } from './bring-in.ts';
import { ended, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let pictures: Buffer[];

beforeAll(async () => {
  stage = await openStage();
  pictures = await drawMany(stage, 4);
});
afterAll(() => stage.end());
afterEach(() => page.close());

test('addresses: what is there is added, and of all else it is said why not', async () => {
  const { site } = stage;
  const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = pictures;
  site.set('/cat%20face.jpg', 'image/jpeg', one);
  site.on('/moved.jpg', (_, response) => response.writeHead(302, { location: '/there.jpg' }).end());
  site.set('/there.jpg', 'image/jpeg', two);
  site.on('/away.jpg', (_, response) =>
    response.writeHead(302, { location: `${site.origin.replace('127.0.0.1', 'localhost')}/there.jpg` }).end(),
  );
  site.set('/login', 'text/html', '<!doctype html><title>Log in</title>');
  site.on('/broken.jpg', (_, response) => response.writeHead(500).end());
  page = await openEmpty(stage);
  const list = ['cat%20face.jpg', 'moved.jpg', 'gone.jpg', 'away.jpg', 'login', 'broken.jpg', 'gone.jpg'];
  await page.getByRole('textbox').fill([...list.map((path) => `${site.origin}/${path}`), 'ftp://x/y.jpg'].join('\n'));
  await page.getByRole('button', { name: 'Load pictures' }).click();
  const said = await ended(page);
  expect(said).toContain('2 pictures added');
  expect(said).toContain('gone: The page says this picture does not exist (404)');
  expect(said).toContain('away: The address leads on to another site');
  expect(said).toContain('login: This is a web page');
  expect(said).toContain('broken: The site failed to send this picture; try again later (500)');
  expect(said).toContain('ftp://x/y.jpg: This is no web address');
  expect(site.asked('/gone.jpg')).toBe(1);
  expect((await stage.memes()).map(({ name }) => name).sort()).toEqual(['cat face', 'moved']);
});

test('a refused permission is said, and nothing is loaded', async () => {
  page = await stage.open();
  await page.evaluate(() => {
    chrome.permissions.request = (() => Promise.resolve(false)) as typeof chrome.permissions.request;
  });
  await page.getByRole('textbox').fill('https://pictures.example/cat.jpg');
  await page.getByRole('button', { name: 'Load pictures' }).click();
  await page.getByRole('alert').getByText('you did not let Gurn load from pictures.example').waitFor();
  expect(await page.getByRole('textbox').inputValue()).toContain('pictures.example');
});

test('imgflip’s templates: the list’s pictures are added with their names, a missing one is told', async () => {
  const { site } = stage;
  const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = pictures.slice(2);
  site.set('/1.jpg', 'image/jpeg', one);
  site.set('/2.jpg', 'image/jpeg', two);
  const memes = [1, 2, 3].map((n) => ({
    ...{ id: `${n}`, name: `Template ${n}`, url: `${site.origin}/${n}.jpg`, width: 320, height: 240, box_count: 2 },
  }));
  site.set('/get_memes', 'application/json', JSON.stringify({ success: true, data: { memes } }));
  page = await openEmpty(stage);
  await page.getByRole('button', { name: 'Get imgflip’s templates' }).click();
  const said = await ended(page);
  expect(said).toContain('2 pictures added');
  expect(said).toContain('Template 3: The page says this picture does not exist (404)');
  expect((await stage.memes()).map(({ name }) => name).sort()).toEqual(['Template 1', 'Template 2']);
});

test.each([
  [
    'something else',
    (site: Stage['site']) => site.set('/get_memes', 'application/json', '{"data": []}'),
    'something else',
  ],
  [
    'a refusal',
    (site: Stage['site']) => site.set('/get_memes', 'application/json', '{"success": false, "error_message": "busy"}'),
    'busy',
  ],
  ['an error', (site: Stage['site']) => site.on('/get_memes', (_, response) => response.writeHead(500).end()), '(500)'],
])('imgflip sends %s instead of its list: that is said', async (_, answer, words) => {
  answer(stage.site);
  page = await openEmpty(stage);
  await page.getByRole('button', { name: 'Get imgflip’s templates' }).click();
  const said = await ended(page);
  expect(said).toContain(words);
  expect(said).toContain('0 pictures added');
});
