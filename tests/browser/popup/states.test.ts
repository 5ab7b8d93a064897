/** Each state of the popup says what it must, offers what it must, and can be used by everyone. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from './scenarios.ts';
import { openStage, play, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What axe finds wrong, as one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const checker = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await checker.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}

describe.each(Object.entries(SCENARIOS))('%s', (_, scenario) => {
  test.each(['light', 'dark'] as const)(
    'says it, offers what helps, and passes the accessibility check (%s)',
    async (colorScheme) => {
      const page = await stage.open({ colorScheme, reducedMotion: 'reduce' });
      await play(page, scenario);
      for (const name of scenario.buttons) {
        expect(await page.getByRole('button', { name }).first().isVisible(), name).toBe(true);
      }
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test.each(['Keys', 'Settings'])('the panel "%s" passes the accessibility check', async (name) => {
  const page = await stage.open({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog', { name }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test.each([
  ['permission-needed', 'Allow the camera', 'page welcome'],
  ['permission-denied', 'Open site settings', 'site settings'],
  ['camera-busy', 'Try again', 'send retry'],
  ['library-empty', 'Add memes', 'page library'],
])('in the state %s the button "%s" does it', async (state, name, call) => {
  const page = await stage.open();
  const scenario = SCENARIOS[state];
  if (!scenario) throw new Error(`There is no scenario "${state}".`);
  await play(page, scenario);
  await page.getByRole('button', { name }).click();
  expect(await page.evaluate(() => window.harness.calls)).toContain(call);
  await page.context().close();
});

test('nothing of the popup lies beyond its window, also at twice the text size', async () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const page = await stage.open();
    await play(page, scenario);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .filter((button) => {
          const { left, right } = button.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        })
        .map(({ textContent }) => textContent),
    );
    expect(cut, name).toEqual([]);
    await page.context().close();
  }
});
