/** A popup that shows matches, what a test does to it, and what it reads from it. */
import type { Page } from 'playwright-core';
import type { LiveEvent } from '../../../src/messages/index.ts';
import { frame, type Scenario, watching } from './scenarios.ts';
import { play, type Stage } from './stage.ts';

export const MATCHED: Scenario = { events: [watching(), frame()], text: ['Tongue out, winking'], buttons: [] };

export async function openMatched(stage: Stage): Promise<Page> {
  const page = await stage.open({ reducedMotion: 'reduce' });
  await play(page, MATCHED);
  return page;
}

export const emit = (page: Page, event: LiveEvent): Promise<void> =>
  page.evaluate((e) => window.harness.emit(e), event);

/** What the popup did, but for what it sent. */
export const calls = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.harness.calls.filter((call) => !call.startsWith('send')));
export const insertions = async (page: Page): Promise<string[]> =>
  (await calls(page)).filter((call) => call.startsWith('insert'));

/** The memes that are shown, the best first. */
export const shown = (page: Page): Promise<string[]> =>
  page.locator('[role=option]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-meme') ?? ''));
