/** The popup in a tab of its own, for a tab with a message box. */
import type { Page } from 'playwright-core';
import { eventually } from '../../browser/support/eventually.ts';
import type { Stage } from './stage.ts';

/** Opens it and waits for matches. `match`: by what they are known. */
export async function openDesk({ gurn, views }: Stage, chat: Page, match = '.match img'): Promise<Page> {
  const title = `chat ${crypto.randomUUID()}`;
  await chat.evaluate((name) => {
    document.title = name;
  }, title);
  const tab = await eventually(() =>
    views.evaluate(async (name) => (await chrome.tabs.query({})).find((one) => one.title === name)?.id, title),
  );
  const desk = await gurn.context.newPage();
  // It closes itself when the meme is in; then nobody could read what it said.
  await desk.addInitScript(() => {
    window.close = () => undefined;
  });
  await desk.goto(gurn.url(`src/popup/index.html?tab=${tab}`));
  await desk.locator(match).first().waitFor({ timeout: 60_000 });
  return desk;
}

const words = (desk: Page): Promise<string> =>
  desk.evaluate(() => document.querySelector('.delivered p')?.textContent ?? '');
const isLast = (text: string): boolean => text !== '' && text !== 'Inserting…';

export const hasSaid = async (desk: Page): Promise<boolean> => isLast(await words(desk));

/** What the popup says of the insertion in the end; what stands there when that takes more than a minute. */
export const said = (desk: Page): Promise<string> =>
  eventually(() => words(desk), isLast, 60_000).catch(() => words(desk));
