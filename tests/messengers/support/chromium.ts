/** The two users in Chromium, each in a browser of their own. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../../../tools/chromium.ts';
import { addToLibrary } from '../../../tools/driver/library.ts';
import type { Target } from '../../../tools/driver/target.ts';
import { eventually } from '../../browser/support/eventually.ts';
import { createWorld } from '../../browser/support/world.ts';
import type { Tab, Told, Users } from './tab.ts';

async function press(popup: Target, key: string, windowsVirtualKeyCode: number): Promise<void> {
  await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, windowsVirtualKeyCode });
  await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode });
}

const bestMatch = (popup: Target): Promise<string | null | undefined> =>
  popup.evaluate(() => document.querySelector('.match')?.getAttribute('data-meme'));

/** Resolves when the popup says what became of the insertion: it closes itself soon after. */
const outcomeIn = (popup: Target): Promise<Told> =>
  popup.evaluate(
    () =>
      new Promise<Told>((resolve) => {
        const read = (): void => {
          const lines = [...document.querySelectorAll('.delivered p')].map((line) => line.textContent ?? '');
          const [words = '', why = ''] = lines;
          if (words !== '' && words !== 'Inserting…') resolve({ words, why });
        };
        new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
        read();
      }),
  );

/** Starts Chromium with the built extension. @throws NoChromiumError */
export async function chromiumUsers(): Promise<Users> {
  const world = await createWorld();
  const { gurn } = world;
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
      const popup = await gurn.clickToolbar(page);
      await eventually(
        () => bestMatch(popup),
        (best) => best === meme,
        60_000,
      );
      await meanwhile();
      const told = outcomeIn(popup);
      await press(popup, 'Enter', 13);
      const outcome = await told;
      await gurn.closePopups();
      return outcome;
    },
    async end() {
      await other?.close();
      await world.end();
    },
  };
}
