/** A person's way through everything that Gurn can do, once. */
import type { Page } from 'playwright-core';
import type { Gurn } from '../../../tools/driver/extension.ts';
import { memesIn } from '../../../tools/driver/library.ts';
import { liveResult } from '../../../tools/driver/live.ts';
import type { Target } from '../../../tools/driver/target.ts';
import { ended } from '../../browser/import/stage.ts';
import { hasPanel, panelIn, pressAway } from '../../browser/panel/stage.ts';
import { eventually } from '../../browser/support/eventually.ts';
import { clickAddToGurn } from '../../browser/support/right-click.ts';
import type { Internet } from './internet.ts';
import { CHAT, PICTURES, type Pictures } from './places.ts';

const PATIENCE = 60_000;

const openPage = async (gurn: Gurn, path: string): Promise<Page> => {
  const page = await gurn.context.newPage();
  await page.goto(gurn.url(path));
  return page;
};

async function welcome(gurn: Gurn): Promise<void> {
  const page = await openPage(gurn, 'src/pages/welcome/index.html');
  await page.getByRole('switch').first().waitFor();
  await page.getByText('Gurn may use the camera.').waitFor();
  await page.close();
}

async function press(popup: Target, key: string): Promise<void> {
  const text = key.length === 1 ? { text: key } : {};
  await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text });
  await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}

const says = (popup: Target, words: RegExp): Promise<string> =>
  eventually(
    () => popup.evaluate(() => document.body?.textContent ?? ''),
    (text) => words.test(text),
    PATIENCE,
  );

/** A match, words that filter, a pick that goes into the message, and one that is copied. */
async function popup(gurn: Gurn, chat: Page): Promise<void> {
  await chat.locator('#box').click();
  const view = await gurn.clickToolbar(chat);
  await liveResult(view, 3, PATIENCE);
  for (const key of 'grin') await press(view, key);
  await eventually(() =>
    view.evaluate(() => document.querySelector<HTMLInputElement>('[type=search]')?.value === 'grin'),
  );
  await press(view, 'Escape');
  await eventually(() => view.evaluate(() => document.querySelector('[role=option][aria-selected=true]') !== null));
  await press(view, 'Enter');
  await eventually(() => chat.evaluate(() => (window as unknown as { taken: unknown[] }).taken.length === 1));
  await gurn.closePopups();
  const again = await gurn.clickToolbar(chat);
  await liveResult(again, 1, PATIENCE);
  await eventually(() => again.evaluate(() => document.querySelector('[role=option][aria-selected=true]') !== null));
  await again.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'c', modifiers: 2 });
  await again.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'c', modifiers: 2 });
  await says(again, /Copied/);
  await gurn.closePopups();
}

async function panel(gurn: Gurn, chat: Page): Promise<void> {
  await chat.bringToFront();
  await chat.locator('#box').click();
  const worker = await gurn.worker();
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const event = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void };
    event.dispatch('open-matches', tab);
  }, chat.url());
  const frame = await panelIn(chat);
  await frame.locator('[data-meme] img').first().waitFor({ timeout: PATIENCE });
  await pressAway(chat, 'Escape');
  await eventually(() => !hasPanel(chat));
}

const names = async (gurn: Gurn): Promise<string[]> => (await memesIn(gurn)).map(({ name }) => name);

async function rightClick(gurn: Gurn, chat: Page, internet: Internet): Promise<void> {
  const times = (): number => internet.asked.filter(({ address }) => address === PICTURES.clicked).length;
  const before = times();
  await clickAddToGurn(gurn, chat, PICTURES.clicked);
  await eventually(() => times() > before);
  await eventually(async () => (await names(gurn)).includes('clicked'), Boolean, PATIENCE);
}

/** Every view of the library page, a file, a list of addresses, imgflip's templates, the report, a pack out and in. */
async function library(gurn: Gurn, { file }: Pictures): Promise<void> {
  const page = await openPage(gurn, 'src/pages/library/index.html#memes');
  await page.getByRole('searchbox').fill('grin');
  await page.locator('.meme').first().waitFor();
  await page.goto(gurn.url('src/pages/library/index.html#bring-in'));
  await page
    .getByLabel('Choose files')
    .last()
    .setInputFiles([{ name: 'file.jpg', mimeType: 'image/jpeg', buffer: file }]);
  await ended(page);
  await page.getByRole('textbox').fill(PICTURES.listed);
  await page.getByRole('button', { name: 'Load pictures' }).click();
  await eventually(async () => (await names(gurn)).includes('listed'), Boolean, PATIENCE);
  await page.getByRole('button', { name: 'Get imgflip’s templates' }).click();
  await eventually(async () => (await names(gurn)).includes('Template'), Boolean, PATIENCE);
  await ended(page);
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save report' }).first().click()]);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Discord' }).waitFor();
  await page.goto(gurn.url('src/pages/library/index.html#map'));
  await page.getByRole('application', { name: 'Expression map' }).waitFor({ timeout: PATIENCE });
  await packs(page, gurn);
  await page.close();
}

async function packs(page: Page, gurn: Gurn): Promise<void> {
  await page.goto(gurn.url('src/pages/library/index.html#packs'));
  await page.reload();
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE }),
    page.getByRole('button', { name: /^Export \d+ meme/ }).click(),
  ]);
  await page.getByText('is ready').waitFor({ timeout: PATIENCE });
  await page.setInputFiles('.packs input[type=file]', await download.path());
  await page.getByRole('heading', { name: /already|added/ }).waitFor({ timeout: PATIENCE });
}

async function teach(gurn: Gurn): Promise<void> {
  const meme = (await memesIn(gurn)).find(({ name }) => name === 'file');
  const page = await openPage(gurn, `src/pages/teach/index.html?meme=${meme?.id}`);
  await page.locator('button:enabled', { hasText: 'Start' }).click({ timeout: PATIENCE });
  await page.getByText('Learned.').waitFor({ timeout: PATIENCE });
  await page.close();
}

async function rescue(gurn: Gurn): Promise<void> {
  const page = await openPage(gurn, 'src/pages/recovery/index.html');
  await page.getByRole('button', { name: 'See your memes' }).waitFor();
  await page.close();
}

/** What a person does in a browser without Gurn, too. */
export async function visit(chat: Page): Promise<void> {
  await chat.goto(CHAT);
  await chat.locator('img').evaluate((image: HTMLImageElement) => image.decode());
}

/** Does everything once, on a chat that Gurn is switched on for. */
export async function doEverything(gurn: Gurn, chat: Page, pictures: Pictures, internet: Internet): Promise<void> {
  await welcome(gurn);
  await visit(chat);
  await popup(gurn, chat);
  await panel(gurn, chat);
  await rightClick(gurn, chat, internet);
  await library(gurn, pictures);
  await teach(gurn);
  await rescue(gurn);
}
