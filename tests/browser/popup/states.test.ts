/** Each state of the popup says what it must, offers what it must, and can be used by everyone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { openStage, play, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function scenarioOf(name: string): Scenario {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  return scenario;
}

test.each(Object.entries(SCENARIOS))(
  '%s: says it, offers what helps, is accessible in light and dark',
  async (_, scenario) => {
    const page = await stage.open({ reducedMotion: 'reduce' });
    await play(page, scenario);
    for (const name of scenario.buttons) {
      expect(await page.getByRole('button', { name }).first().isVisible(), name).toBe(true);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.context().close();
  },
);

/** As src/content/panel/place.ts sizes it, in a window with room and in a narrow one. */
const PANELS = [
  { width: 560, height: 288 },
  { width: 364, height: 392 },
];

describe.each(PANELS)('in a page, $width by $height', (viewport) => {
  test.each(Object.entries(SCENARIOS))('%s: what helps is in sight, without scrolling', async (_, scenario) => {
    const page = await stage.open({ reducedMotion: 'reduce', viewport }, '?panel');
    await play(page, scenario);
    const outside = await page.evaluate(
      (names) =>
        [...document.querySelectorAll('button')]
          .filter(({ textContent, ariaLabel }) => names.some((name) => `${textContent} ${ariaLabel}`.includes(name)))
          .map((button) => ({ name: button.textContent, place: button.getBoundingClientRect() }))
          .filter(({ place }) => place.left < 0 || place.right > innerWidth || place.bottom > innerHeight)
          .map(({ name }) => name),
      scenario.buttons,
    );
    expect(outside).toEqual([]);
    await page.context().close();
  });
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
  await play(page, scenarioOf(state));
  await page.getByRole('button', { name }).click();
  expect(await page.evaluate(() => window.harness.calls)).toContain(call);
  await page.context().close();
});

test.each(['matches', 'permission-denied', 'library-empty'])(
  '%s: at twice the text size no button is cut off',
  async (name) => {
    const page = await stage.open();
    await play(page, scenarioOf(name));
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
    expect(cut).toEqual([]);
    await page.context().close();
  },
);
