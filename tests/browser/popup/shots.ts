/** `tsx tests/browser/popup/shots.ts FOLDER`: a picture of every state of the popup, light, dark, narrow, large text. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { OUTCOMES, SCENARIOS, type Scenario } from './scenarios.ts';
import { openStage, play } from './stage.ts';

const folder = process.argv[2] ?? 'out/popup';
mkdirSync(folder, { recursive: true });
const stage = await openStage();

async function shoot(
  name: string,
  scenario: Scenario,
  options: BrowserContextOptions,
  search = '',
  act: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const page = await stage.open({ reducedMotion: 'reduce', ...options }, search);
  await play(page, scenario);
  await act(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.context().close();
}

const inserting = (report: (typeof OUTCOMES)[string]) => async (page: Page) => {
  await page.keyboard.press(report.key);
  await page.evaluate(({ report, copyFails }) => {
    if (copyFails) window.harness.failCopy();
    if (report) window.harness.answerInsert(report);
  }, report);
  await page.getByText(report.text).first().waitFor();
};

/** As src/content/panel/place.ts sizes it. */
const PANEL = { width: 560, height: 288 };

/** Through the style object: the popup's policy takes no style sheet but its own. */
const largeText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });

try {
  const live = SCENARIOS.matches;
  if (!live) throw new Error('There is no scenario "matches".');
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, scenario] of Object.entries(SCENARIOS))
      await shoot(`${name}-${colorScheme}`, scenario, { colorScheme });
    for (const [name, outcome] of Object.entries(OUTCOMES)) {
      await shoot(`outcome-${name}-${colorScheme}`, live, { colorScheme }, '', inserting(outcome));
    }
    const panel = { colorScheme, viewport: PANEL };
    for (const [name, scenario] of Object.entries(SCENARIOS))
      await shoot(`panel-${name}-${colorScheme}`, scenario, panel, '?panel');
    for (const [name, outcome] of Object.entries(OUTCOMES)) {
      await shoot(`panel-outcome-${name}-${colorScheme}`, live, panel, '?panel', inserting(outcome));
    }
    await shoot(`keys-${colorScheme}`, live, { colorScheme }, '', (page) => page.keyboard.press('?'));
    const open = (name: string) => (page: Page) => page.getByRole('button', { name }).click();
    await shoot(`settings-${colorScheme}`, live, { colorScheme }, '', open('Settings'));
    await shoot(`more-${colorScheme}`, live, { colorScheme }, '', open('More'));
    await shoot(`frozen-${colorScheme}`, live, { colorScheme }, '', async (page) => {
      await page.keyboard.press('Space');
      await page.waitForFunction(() => document.querySelector('canvas.inset')?.getAttribute('width') !== null);
    });
  }
  for (const name of ['matches', 'permission-denied', 'library-empty']) {
    const scenario = SCENARIOS[name];
    if (!scenario) continue;
    await shoot(`${name}-narrow`, scenario, { viewport: { width: 380, height: 520 } }, '?tab=1');
    await shoot(`${name}-zoomed`, scenario, { viewport: { width: 400, height: 300 }, deviceScaleFactor: 2 }, '?tab=1');
    await shoot(`${name}-large-text`, scenario, {}, '', largeText);
  }
} finally {
  await stage.close();
}
