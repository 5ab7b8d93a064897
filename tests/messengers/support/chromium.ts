/** The two users in Chromium, each in a browser of their own. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../../../tools/chromium.ts';
import { addToLibrary } from '../../../tools/driver/library.ts';
import type { Target } from '../../../tools/driver/target.ts';
import { eventually } from '../../browser/support/eventually.ts';
import { startOffscreen, watchTracks } from '../../browser/support/tracks.ts';
import { createWorld } from '../../browser/support/world.ts';
import type { Tab, Told, Users } from './tab.ts';

async function press(popup: Target, key: string, windowsVirtualKeyCode: number): Promise<void> {
  await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, windowsVirtualKeyCode });
  await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode });
}

const bestMatch = (popup: Target): Promise<string | null | undefined> =>
  popup.evaluate(() => document.querySelector('.match')?.getAttribute('data-meme'));

interface Lines {
  readonly words: string;
  readonly why: string;
}

/** Resolves when the popup says something else than `before`: a final word, after which it may close itself. */
const linesIn = (popup: Target, before: string): Promise<Lines> =>
  popup.evaluate(
    (before: string) =>
      new Promise<Lines>((resolve) => {
        const read = (): void => {
          const lines = [...document.querySelectorAll('.delivered p')].map((line) => line.textContent ?? '');
          const [words = '', why = ''] = lines;
          if (!['', 'Inserting…', before].includes(words)) resolve({ words, why });
        };
        new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
        read();
      }),
    before,
  );

const pressButton = (popup: Target, label: string): Promise<void> =>
  popup.evaluate((label: string) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.delivered button')];
    const button = buttons.find(({ textContent }) => textContent?.trim() === label);
    if (!button) throw new Error(`the popup has no button "${label}"`);
    button.click();
  }, label);

/** What the popup says after `act`. */
async function toldIn(popup: Target, act: () => Promise<void>, before = ''): Promise<Told> {
  const lines = linesIn(popup, before);
  await act();
  const { words, why } = await lines;
  return { words, why, choose: (button) => toldIn(popup, () => pressButton(popup, button), words) };
}

/** Starts Chromium with the built extension. @throws NoChromiumError */
export async function chromiumUsers(): Promise<Users> {
  const world = await createWorld();
  const { gurn } = world;
  const tracks = await watchTracks(await startOffscreen(gurn));
  const pages = new Map<Tab, Page>();
  let other: Browser | undefined;

  const open = async (context: BrowserContext): Promise<Tab> => {
    const page = await context.newPage();
    const tab: Tab = {
      goto: (url) => page.goto(url),
      bringToFront: () => page.bringToFront(),
      click: (selector) => page.click(selector),
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      evaluate: (body, argument) => page.evaluate(body as never, argument as never),
    };
    pages.set(tab, page);
    return tab;
  };

  return {
    first: () => open(gurn.context),
    async second() {
      other ??= await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
      return open(await other.newContext());
    },
    add: (files) => addToLibrary(gurn, files),
    picture: world.picture,
    async pick(tab, face, meme, meanwhile = () => undefined) {
      const page = pages.get(tab);
      if (!page) throw new Error('that tab is not of this browser');
      await world.film([face]);
      await gurn.closePopups();
      // A popup that comes before the last one's camera is let go gets that camera, and the film that plays in it.
      await eventually(tracks, (states) => states.every((state) => state === 'ended'));
      const popup = await gurn.clickToolbar(page);
      await eventually(
        () => bestMatch(popup),
        (best) => best === meme,
        60_000,
      );
      await meanwhile();
      return toldIn(popup, () => press(popup, 'Enter', 13));
    },
    async end() {
      await other?.close();
      await world.end();
    },
  };
}
