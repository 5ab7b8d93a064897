/**
 * The same with the real menu and the real permission prompt, which only a display has. Needs Xvfb and xdotool
 * (Debian: "sudo apt-get install xvfb xdotool") and a build: `npx tsx tests/browser/add/native.ts`. Not part of
 * `npm test`, which must run where there is neither.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { eventually, launchGurn } from '../support/extension.ts';
import { photograph } from './photograph.ts';
import { openSite } from './sites.ts';
import { result, type SeenToast } from './toasts.ts';

const DISPLAY = ':93';
/** Milliseconds for a window that has just appeared to take keys, and for the prompt to appear on a busy machine. */
const SETTLE_MS = 1000;
const PROMPT_MS = 5000;

const xdotool = (...args: string[]): string =>
  execFileSync('xdotool', args, { env: { ...process.env, DISPLAY }, encoding: 'utf8' });

/** A menu is a window of its own. The prompt is not: it only gets time. */
const windows = (): number => xdotool('search', '--onlyvisible', '--name', '').trim().split('\n').length;

/** The last entry is Inspect, the one above it ours. `prompt`: the keys that answer the prompt, where one comes. */
async function chooseFromMenu(page: Page, prompt: readonly string[]): Promise<void> {
  const corner = await page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
  const alone = windows();
  xdotool('mousemove', `${corner.x + 120}`, `${corner.y + 100}`, 'click', '3');
  await eventually(() => windows() > alone);
  await pause(SETTLE_MS);
  xdotool('key', '--delay', '200', 'Up', 'Up', 'Return');
  if (prompt.length === 0) return;
  await pause(PROMPT_MS);
  xdotool('key', '--delay', '200', ...prompt);
}

const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
await pause(SETTLE_MS);
process.env.DISPLAY = DISPLAY;
const [home, elsewhere] = [await openSite(), await openSite()];
const gurn = await launchGurn({
  headless: false,
  ...(process.env.GURN_DIST ? { dist: process.env.GURN_DIST } : {}),
  args: ['--window-size=1200,850', '--window-position=0,0'],
});
try {
  // A fresh installation opens the welcome page, which would lie over ours.
  await pause(SETTLE_MS);
  const page = await gurn.context.newPage();
  for (const other of gurn.context.pages()) if (other !== page) await other.close();
  const add = async (number: number, prompt: readonly string[]): Promise<SeenToast> => {
    elsewhere.set(`/${number}.jpg`, 'image/jpeg', await photograph(number));
    const image = `<img width="300" src="${elsewhere.origin}/${number}.jpg">`;
    home.set(`/${number}`, 'text/html', `<!doctype html><body>${image}`);
    await page.goto(`${home.origin}/${number}`);
    await page.bringToFront();
    await chooseFromMenu(page, prompt);
    return result(page);
  };
  const held = async (): Promise<readonly string[]> => {
    const worker = await gurn.worker();
    return (await worker.evaluate(() => chrome.permissions.getAll())).origins ?? [];
  };
  const say = (line: string, said: SeenToast): void => console.log(`${line}: "${said.text}"`);

  const refused = await add(3, ['Return']);
  assert.equal(refused.kind, 'done');
  assert.deepEqual(await held(), []);
  say('refused, cut from the screen', refused);

  const allowed = await add(6, ['Tab', 'Return']);
  assert.equal(allowed.kind, 'done');
  assert.deepEqual(await held(), [`${elsewhere.origin}/*`]);
  say(`allowed for ${elsewhere.origin} alone`, allowed);

  const again = await add(5, []);
  assert.equal(again.kind, 'done');
  say('asked no second time', again);
} finally {
  await gurn.close();
  await Promise.all([home.close(), elsewhere.close()]);
  screen.kill();
}
