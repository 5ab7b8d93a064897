/**
 * The same with the real menu and the real permission prompt, which only a display has. Needs Xvfb and xdotool
 * (Debian: "sudo apt-get install xvfb xdotool") and a build: `npx tsx tests/browser/add/native.ts`. Not part of
 * `npm test`, which must run where there is neither.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchGurn } from '../support/extension.ts';
import { photograph } from './photograph.ts';
import { openSite } from './sites.ts';
import { result, type SeenToast } from './toasts.ts';

const DISPLAY = ':93';
/** Milliseconds that a native menu or prompt takes to stand; nothing tells a test that it does. */
const NATIVE_MS = 1500;

const press = async (...keys: string[]): Promise<void> => {
  await pause(NATIVE_MS);
  execFileSync('xdotool', ['key', '--delay', '200', ...keys], { env: { ...process.env, DISPLAY } });
};

async function chooseFromMenu(page: Page): Promise<void> {
  const corner = await page.evaluate(() => ({ x: screenX, y: screenY + outerHeight - innerHeight }));
  const [x, y] = [String(corner.x + 120), String(corner.y + 100)];
  execFileSync('xdotool', ['mousemove', x, y, 'click', '3'], { env: { ...process.env, DISPLAY } });
  // The last entry is Inspect, the one above it ours.
  await press('Up', 'Up', 'Return');
}

const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
await pause(NATIVE_MS);
process.env.DISPLAY = DISPLAY;
const [home, elsewhere] = [await openSite(), await openSite()];
const gurn = await launchGurn({
  headless: false,
  ...(process.env.GURN_DIST ? { dist: process.env.GURN_DIST } : {}),
  args: ['--window-size=1200,850', '--window-position=0,0'],
});
try {
  const page = gurn.context.pages()[0] ?? (await gurn.context.newPage());
  const add = async (number: number, answer: readonly string[]): Promise<SeenToast> => {
    elsewhere.set(`/${number}.jpg`, 'image/jpeg', await photograph(number));
    const image = `<img width="300" src="${elsewhere.origin}/${number}.jpg">`;
    home.set(`/${number}`, 'text/html', `<!doctype html><body>${image}`);
    await page.goto(`${home.origin}/${number}`);
    await page.bringToFront();
    await chooseFromMenu(page);
    if (answer.length > 0) await press(...answer);
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
