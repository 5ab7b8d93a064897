import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../chromium.ts';
import type { Reply } from './page/protocol.ts';

/** Models are read from the local disk: two minutes are a machine under heavy load, more is a failure. */
const START_LIMIT_MS = 120_000;

/** A browser with the engine running in it. Each stands alone: one that dies takes no other with it. */
export interface EngineBrowser {
  /** @throws Error when the page crashed or took longer than `limitMs`; the browser is of no use then. */
  embed(address: string, limitMs: number): Promise<Reply>;
  close(): Promise<void>;
}

/** Rejects when `work` takes longer than `limitMs`. */
async function limited<T>(work: Promise<T>, limitMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`${what} took longer than ${Math.round(limitMs / 1000)} s and was given up.`));
    timer = setTimeout(fail, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Chromium tells of a crash as an event, and of nothing else. */
function crashOf(page: Page, browser: Browser): Promise<never> {
  return new Promise((_, reject) => {
    const crashed = () => reject(new Error('The browser crashed on this picture.'));
    page.once('crash', crashed);
    browser.once('disconnected', crashed);
  });
}

/** Starts a browser and its models. @throws NoChromiumError, or Error with what the engine said */
export async function openEngine(origin: string): Promise<EngineBrowser> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
  try {
    const page = await browser.newPage();
    const crash = crashOf(page, browser);
    crash.catch(() => undefined);
    await page.goto(origin);
    const start = page.evaluate(() => globalThis.startEngine());
    const problem = await limited(start, START_LIMIT_MS, 'Loading the models');
    if (problem !== null) throw new Error(problem);
    return {
      embed(address, limitMs) {
        const reply = page.evaluate((picture) => globalThis.embedPicture(picture), address);
        return limited(Promise.race([reply, crash]), limitMs, 'The picture');
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
