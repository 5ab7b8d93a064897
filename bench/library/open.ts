import type { Page } from 'playwright-core';
import type { Gurn } from '../../tools/driver/extension.ts';
import { PAGE } from './prepare.ts';

export interface Opening {
  /** Milliseconds after the navigation began: the first pictures are decoded and on screen. */
  readonly pictures: number;
  /** ... every meme's record is there: the whole library can be scrolled and filtered. */
  readonly all: number;
}

/** Opens the library page anew. */
export async function openLibraryPage(gurn: Gurn): Promise<{ page: Page; opening: Opening }> {
  const page = await gurn.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript(() => {
    const look = (): void => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.meme img')];
      if (pictures.length >= 6 && pictures.slice(0, 6).every(({ complete }) => complete)) performance.mark('pictures');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(gurn.url(PAGE));
  const at = async (mark: string): Promise<number> => {
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 120_000 });
    return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, mark);
  };
  return { page, opening: { pictures: await at('pictures'), all: await at('gurn:collection') } };
}
