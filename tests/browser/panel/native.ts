/**
 * The shortcut with real keys, which only a display has: they open the panel, and Esc closes it. Needs Xvfb and xdotool
 * (Debian: "sudo apt-get install xvfb xdotool") and a build: `npx tsx tests/browser/panel/native.ts`. Not part of
 * `npm test`, which must run where there is neither.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/extension.ts';
import { hasPanel, openPanelStage, panelIn } from './stage.ts';
import { chat } from './stage-pages.ts';

const DISPLAY = ':94';
/** Milliseconds for a window that has just appeared to take keys. */
const SETTLE_MS = 1500;

const press = (keys: string): string =>
  execFileSync('xdotool', ['key', keys], { env: { ...process.env, DISPLAY }, encoding: 'utf8' });

const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
await pause(SETTLE_MS);
process.env.DISPLAY = DISPLAY;
const stage = await openPanelStage({ headless: false });
try {
  const page = await stage.open(chat);
  for (const other of stage.world.gurn.context.pages()) if (other !== page) await other.close();
  await page.bringToFront();
  await page.locator('#box').click();
  await pause(SETTLE_MS);
  assert.equal(hasPanel(page), false);
  press('alt+shift+m');
  const panel = await panelIn(page);
  await panel.locator('[data-meme]').first().waitFor({ timeout: 60_000 });
  console.log('Alt+Shift+M opened the panel.');
  press('Escape');
  await eventually(() => !hasPanel(page));
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'box');
  console.log('Esc closed it and gave the cursor back.');
} finally {
  await stage.end();
  screen.kill();
}
