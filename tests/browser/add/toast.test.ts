/** The toast, on pages that do not make it easy. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { photograph } from './photograph.ts';
import { openStage, type Stage } from './stage.ts';
import { closeToasts, placeOf, result, toasts } from './toasts.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(true);
  stage.elsewhere.set('/face.jpg', 'image/jpeg', await photograph(1));
});
afterAll(() => stage.end());

const missing = (name: string): string => `${stage.elsewhere.origin}/${name}.jpg`;

test('it shows on a page with the strictest policy and the worst style, above an open dialog', async () => {
  const style = 'div,p,button,span{display:none!important;color:transparent!important;transform:scale(0)!important}';
  stage.home.set('/worst.css', 'text/css', style);
  await stage.show(
    '<link rel=stylesheet href="/worst.css"><dialog><form>a form</form></dialog><script src="/open.js"></script>',
    {
      'content-security-policy': "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'",
    },
  );
  await stage.page.evaluate(() => document.querySelector('dialog')?.showModal());
  await stage.choose({ srcUrl: missing('one') });
  await result(stage.page);
  const { x, y } = await placeOf(stage.page, 'Close');
  const size = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(x).toBeGreaterThan(size.width - 80);
  expect(y).toBeGreaterThan(size.height - 80);
  await closeToasts(stage.page);
  expect(await toasts(stage.page)).toEqual([]);
});

test('at most three stand there, the newest', async () => {
  await stage.show('<p>a page</p>');
  for (const name of ['a', 'b', 'c', 'd']) {
    await stage.choose({ srcUrl: missing(name) });
    await result(stage.page);
  }
  await eventually(async () => (await toasts(stage.page)).length === 3);
});

test('the page can neither read a toast nor press its button', async () => {
  await stage.show('<p>a page</p>');
  await stage.choose({ srcUrl: missing('e') });
  await result(stage.page);
  const seen = await stage.page.evaluate(() => {
    const host = document.querySelector('[data-gurn-toasts]');
    return { root: host?.shadowRoot ?? null, text: host?.textContent };
  });
  expect(seen).toEqual({ root: null, text: '' });
});

test('it is pressed by keyboard alone', async () => {
  await stage.show('<p>a page</p>');
  await stage.choose({ srcUrl: missing('f') });
  await result(stage.page);
  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.press('Enter');
  await eventually(async () => (await toasts(stage.page)).length === 0);
});

test('it stays while the pointer is on it, and goes some time after', async () => {
  await stage.show(`<img width="300" src="${stage.elsewhere.origin}/face.jpg">`);
  await stage.choose({ srcUrl: `${stage.elsewhere.origin}/face.jpg` });
  await result(stage.page);
  const { x, y } = await placeOf(stage.page, 'Close');
  await stage.page.mouse.move(x - 60, y);
  const lasts = 6000;
  const held = await stage.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms, true)), lasts + 500);
  expect(held && (await toasts(stage.page)).length).toBe(1);
  await stage.page.mouse.move(5, 5);
  await eventually(async () => (await toasts(stage.page)).length === 0);
});

test('where no script may go, the toolbar button tells', async () => {
  await stage.page.goto('chrome://version');
  await stage.choose({ srcUrl: `${stage.elsewhere.origin}/none.jpg` });
  const badge = await eventually(
    async () => (await stage.gurn.worker()).evaluate(readBadge, stage.page.url()),
    ({ text }) => text === '!',
  );
  expect(badge.title).toBe('Gurn: The page says this picture does not exist (404).');
});

async function readBadge(url: string): Promise<{ text: string; title: string }> {
  const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url || tab.active)?.id ?? 0;
  return { text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
}
