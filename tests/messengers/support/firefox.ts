/** The two users in one Firefox: the second in a container of their own, which shares nothing with the first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { takeShot } from '../../../tools/driver/camera.ts';
import { stageCamera } from '../../../tools/driver/firefox/camera.ts';
import { builtExtension, type FirefoxGurn, launchFirefox } from '../../../tools/driver/firefox/extension.ts';
import { hasMeme } from '../../../tools/driver/firefox/library.ts';
import type { InPopup, Popup } from '../../../tools/driver/firefox/popup.ts';
import type { PictureFile } from '../../../tools/driver/library.ts';
import { shots } from '../../../tools/driver/shots.ts';
import { eventually } from '../../browser/support/eventually.ts';
import { sha256 } from './memes.ts';
import type { Tab, Told, Users } from './tab.ts';

const bestMatch: InPopup<[], string | null | undefined> = ({ document }) =>
  document.querySelector('.match')?.getAttribute('data-meme');

interface Lines {
  readonly words: string;
  readonly why: string;
}

/** Resolves when the popup says something else than `before`: a final word, after which it may close itself. */
const linesIn: InPopup<[string], Lines> = ({ document }, before) =>
  new Promise<Lines>((resolve) => {
    const read = (): void => {
      const lines = [...document.querySelectorAll('.delivered p')].map((line) => line.textContent ?? '');
      const [words = '', why = ''] = lines;
      if (!['', 'Inserting…', before].includes(words)) resolve({ words, why });
    };
    new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
    read();
  });

const pressButton: InPopup<[string], void> = ({ document }, label) => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.delivered button')];
  const button = buttons.find(({ textContent }) => textContent?.trim() === label);
  if (!button) throw new Error(`the popup has no button "${label}"`);
  button.click();
};

/** What the popup says after `act`. */
async function toldIn(popup: Popup, act: () => Promise<void>, before = ''): Promise<Told> {
  const lines = popup.evaluate(linesIn, before);
  await act();
  const { words, why } = await lines;
  return { words, why, choose: (button) => toldIn(popup, () => popup.evaluate(pressButton, button), words) };
}

const tabOf = (page: Page): Tab => ({
  goto: (url) => page.goto(url),
  bringToFront: () => page.bringToFront(),
  async click(selector) {
    // A tab behind another is not painted, and what is not painted is not clicked.
    await page.bringToFront();
    // Waits until it can be clicked: there is more to that than being in the page.
    await page.locator(selector).click();
  },
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  evaluate: (body, argument) => page.evaluate(body as never, argument as never),
});

/** Brings the files in through the library page's dialog, and waits until all of them are there. */
async function addByDialog(gurn: FirefoxGurn, files: readonly PictureFile[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-pictures-'));
  const page = await gurn.open(gurn.url('src/pages/library/index.html'));
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  const paths = files.map(({ name }) => join(folder, name));
  for (const [at, { buffer }] of files.entries()) await writeFile(paths[at] ?? '', buffer);
  await input.uploadFile(...paths);
  for (const { buffer } of files) await eventually(() => hasMeme(gurn.backstage, sha256(buffer)), Boolean, 120_000);
  await page.close();
  await rm(folder, { recursive: true, force: true });
}

/** Starts Firefox with the built extension. @throws NoFirefoxError */
export async function firefoxUsers(): Promise<Users> {
  const camera = await stageCamera(builtExtension());
  const gurn = await launchFirefox({ dist: camera.dist });
  const pages = new Map<Tab, Page>();
  let other: BrowserContext | undefined;
  const keep = (page: Page): Tab => {
    const tab = tabOf(page);
    pages.set(tab, page);
    return tab;
  };
  return {
    first: async () => keep(await gurn.browser.newPage()),
    async second() {
      other ??= await gurn.browser.createBrowserContext();
      return keep(await other.newPage());
    },
    add: (files) => addByDialog(gurn, files),
    picture: (shot, brightness) => takeShot(tabOf(gurn.backstage), shots[shot], brightness),
    async pick(tab, face, meme, meanwhile = () => undefined) {
      const page = pages.get(tab);
      if (!page) throw new Error('that tab is not of this browser');
      await camera.show(face);
      await gurn.closePopups();
      const popup = await gurn.clickToolbar(page);
      await eventually(
        () => popup.evaluate(bestMatch),
        (best) => best === meme,
        60_000,
      );
      await meanwhile();
      return toldIn(popup, () => popup.press('Enter'));
    },
    async end() {
      await gurn.close();
      await camera.remove();
    },
  };
}
