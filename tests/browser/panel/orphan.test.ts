/** An open panel while Gurn is updated: its page is dead with the old version, and so must be what stands in the site. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toasts } from '../add/toasts.ts';
import { eventually } from '../support/extension.ts';
import { hasPanel, openPanelStage, type PanelStage, panelIn } from './stage.ts';
import { chat } from './stage-pages.ts';

let stage: PanelStage;
beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());

it('goes by itself, says why, gives the cursor back, and opens anew', async () => {
  const page = await stage.open(chat);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.locator('#box').click();
  await stage.shortcut(page);
  const panel = await panelIn(page);
  await panel.locator('[data-meme] img').first().waitFor({ timeout: 60_000 });

  await stage.reload();
  await page.bringToFront();
  await eventually(() => !hasPanel(page));
  const [toast] = await eventually(
    () => toasts(page),
    ({ length }) => length > 0,
  );
  expect(toast?.text).toContain('Gurn was updated just now');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('box');
  expect(errors).toEqual([]);

  await stage.shortcut(page);
  const again = await panelIn(page);
  await again.locator('[data-meme] img').first().waitFor({ timeout: 60_000 });
});
