/** An open panel in which keys and clicks count: a page's tricks tell nothing where they would not count anyway. */
import type { Frame, Page } from 'playwright-core';
import { eventually } from '../support/extension.ts';
import { type PanelStage, panelIn } from './stage.ts';

/** Opens the panel from the page's box, and waits for matches that can be clicked. */
export async function openSettled(stage: PanelStage, page: Page): Promise<Frame> {
  await page.locator('#box').click();
  await stage.shortcut(page);
  const panel = await panelIn(page);
  await panel.locator('[data-meme] img').first().waitFor({ timeout: 60_000 });
  await settled(page, panel);
  return panel;
}

/** Freezing is harmless and takes a guarded key like any other, so it tells when keys and clicks count. */
export async function settled(page: Page, panel: Frame): Promise<void> {
  const freeze = panel.locator('.freeze');
  const before = await freeze.getAttribute('aria-pressed');
  await eventually(async () => {
    await page.keyboard.press('Space');
    return (await freeze.getAttribute('aria-pressed')) !== before;
  });
}
