import type { Page } from 'playwright-core';
import type { Target } from '../driver/target.ts';

/** Presses Enter in the popup, as a person would, and waits until the best match stands in the chat's message. */
export async function insertBest(chat: Page, popup: Target): Promise<string> {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  const attachment = chat.locator('[data-sha256]').first();
  await attachment.waitFor({ timeout: 30_000 });
  const name = await attachment.getAttribute('data-name');
  const size = await attachment.getAttribute('data-size');
  return `inserted into the message: ${name}, ${size} bytes`;
}
