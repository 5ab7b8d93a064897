/** The browser may kill the service worker at any moment. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { photograph } from './photograph.ts';
import { openStage, type Stage } from './stage.ts';
import { press, toasts } from './toasts.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(true);
});
afterAll(() => stage.end());

test('killed while loading: nothing is stored, and the person is told to add it again', async () => {
  stage.elsewhere.on('/slow.jpg', (_, response) => void response.writeHead(200).write('\xff\xd8\xff', 'latin1'));
  await stage.show('<p>a page</p>');
  await stage.choose({ srcUrl: `${stage.elsewhere.origin}/slow.jpg` });
  await eventually(() => stage.elsewhere.asked('/slow.jpg') > 0);
  await stage.killWorker();
  await stage.wake();
  const said = await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'error',
  );
  expect(said).toMatchObject([{ text: 'The browser interrupted Gurn. Add the picture again.' }]);
  expect(await stage.memes()).toEqual([]);
  expect(await stage.waiting()).toBe(0);
});

test('killed while the picture is searched: it is added once, and the toast says so', async () => {
  const srcUrl = `${stage.elsewhere.origin}/friends.jpg`;
  stage.elsewhere.set('/friends.jpg', 'image/jpeg', await photograph(3));
  await stage.show(`<img width="400" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  await eventually(async () => (await stage.waiting()) === 1);
  await stage.killWorker();
  await stage.wake();
  const said = await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind !== 'working',
    60_000,
  );
  expect(said).toHaveLength(1);
  expect(said[0]?.text).toMatch(/^Added, [1-9]\d* faces?$/);
  expect(await stage.memes()).toHaveLength(1);
  expect(await stage.waiting()).toBe(0);
});

test('killed while a question is open: the answer still counts, once', async () => {
  const svg = encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="70"><path d="M0 0h9v9"/></svg>',
  );
  const srcUrl = `data:image/svg+xml,${svg}`;
  await stage.show(`<img width="200" alt="A mark" src="${srcUrl}">`);
  await stage.choose({ srcUrl });
  await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'question',
  );
  await stage.killWorker();
  await press(stage.page, 'Add anyway');
  await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'done',
  );
  expect((await stage.memes()).filter(({ name }) => name === 'A mark')).toHaveLength(1);
  expect(await stage.waiting()).toBe(0);
});
