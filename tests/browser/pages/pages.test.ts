/** The welcome page and the library page, in the real extension. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { eventually, type Gurn, launchGurn } from '../support/extension.ts';

const PHOTO = 'node_modules/@vladmandic/face-api/demo/sample1.jpg';
const NO_PICTURE = { name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('This is no picture.') };

let gurn: Gurn;
let page: Page;
beforeAll(async () => {
  gurn = await launchGurn();
});
afterAll(() => gurn.close());
afterEach(() => page.close());

async function openLibraryPage(section: 'memes' | 'settings' = 'memes'): Promise<void> {
  page = await gurn.context.newPage();
  await page.goto(gurn.url(`src/pages/library/index.html#${section}`));
}

/** The number in the page's head. */
async function memes(): Promise<number> {
  const words = await page.locator('header [role=status]').textContent();
  return Number.parseInt((words ?? '').replace(',', ''), 10);
}

test('the library shows the starter stickers with their names', async () => {
  await openLibraryPage();
  await eventually(memes, (count) => count > 50);
  await page.getByRole('searchbox').fill('grinning face');
  await page.getByText('grinning face', { exact: true }).first().waitFor();
});

test('files are added one by one, and each is told what became of it', async () => {
  await openLibraryPage();
  await page.setInputFiles('input[type=file]', [PHOTO]);
  await page.getByText('added, 3 faces').waitFor();
  await page.setInputFiles('input[type=file]', [NO_PICTURE]);
  await page.getByText('note.jpg').locator('..').getByText('text file').waitFor();
  await page.setInputFiles('input[type=file]', [PHOTO]);
  await page.getByText('already in your library').waitFor();
  await page.getByRole('button', { name: 'Delete sample1' }).waitFor();
});

test('a deleted meme can be had back, and is gone when it was not asked for', async () => {
  await openLibraryPage();
  const before = await eventually(memes, (count) => count > 50);
  const first = page.getByRole('button', { name: /^Delete / }).first();
  const name = await first.getAttribute('aria-label');
  await first.click();
  await eventually(memes, (count) => count === before - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(memes, (count) => count === before);
  expect(await first.getAttribute('aria-label')).toBe(name);
  await first.click();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  await page.reload();
  expect(await eventually(memes, (count) => count > 0)).toBe(before - 1);
});

test('a meme that was deleted and whose page was closed at once is gone', async () => {
  await openLibraryPage();
  const before = await eventually(memes, (count) => count > 50);
  const first = page.getByRole('button', { name: /^Delete / }).first();
  const name = (await first.getAttribute('aria-label')) ?? '';
  await first.click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.close();
  await openLibraryPage();
  expect(await eventually(memes, (count) => count > 0)).toBe(before - 1);
  await page
    .getByRole('button', { name: /^Delete / })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
});

test.each([400, 1100])('a window %d pixels wide shows the whole width of the library', async (width) => {
  page = await gurn.context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.goto(gurn.url('src/pages/library/index.html'));
  await page
    .getByRole('button', { name: /^Delete / })
    .first()
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});

test('a dropped file beyond the limit is refused in words', async () => {
  await openLibraryPage();
  await page.locator('main.library').evaluate((main) => {
    const data = new DataTransfer();
    const large = new File([new Uint8Array(32 * 1024 * 1024 + 1)], 'film.gif', { type: 'image/gif' });
    data.items.add(large);
    main.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByText('film.gif').locator('..').getByText('too large').waitFor();
});

test('the sites and the welcome page are reached from the settings', async () => {
  await openLibraryPage();
  await page.getByRole('link', { name: 'Settings' }).click();
  for (const name of ['Discord', 'Slack']) await page.getByRole('switch', { name }).waitFor();
  const opening = gurn.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Camera permission' }).click();
  const welcome = await opening;
  await welcome.getByText('Make a face, get the meme.').waitFor();
  await welcome.close();
});

test.each(['library', 'welcome'])('the %s page is accessible in light and dark', async (name) => {
  page = await gurn.context.newPage();
  await page.goto(gurn.url(`src/pages/${name}/index.html`));
  if (name === 'welcome') await page.getByRole('switch').first().waitFor();
  if (name === 'library') {
    await page.setInputFiles('input[type=file]', [NO_PICTURE]);
    await page.getByText('text file').waitFor();
    await page
      .getByRole('button', { name: /^Delete / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), colorScheme).toEqual([]);
  }
});

test('the settings are accessible in light and dark', async () => {
  await openLibraryPage('settings');
  await page.getByRole('switch', { name: 'Mirror' }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), colorScheme).toEqual([]);
  }
});

test('settings are kept', async () => {
  await openLibraryPage('settings');
  await page.getByRole('switch', { name: 'Mirror' }).click();
  await page.getByLabel('Expressions are computed with').selectOption('wasm');
  await page.getByText('Used the next time').waitFor();
  await page.reload();
  await page.getByRole('switch', { name: 'Mirror' }).waitFor();
  expect(await page.getByRole('switch', { name: 'Mirror' }).isChecked()).toBe(false);
  expect(await page.getByLabel('Expressions are computed with').inputValue()).toBe('wasm');
});

/** Opens the welcome page with a camera whose permission, and whose answer when asked, are scripted. */
async function openWelcome(state: PermissionState, answer: 'granted' | 'denied' | 'NotFoundError'): Promise<void> {
  page = await gurn.context.newPage();
  await page.addInitScript(
    ([before, after]) => {
      let state = before;
      navigator.permissions.query = async () =>
        Object.assign(new EventTarget(), { name: 'camera', state, onchange: null });
      navigator.mediaDevices.getUserMedia = async () => {
        if (after === 'NotFoundError') throw new DOMException('Requested device not found', after);
        state = after;
        if (after === 'denied') throw new DOMException('Permission denied', 'NotAllowedError');
        const stream = document.createElement('canvas').captureStream();
        Object.assign(window, { tracks: stream.getTracks() });
        return stream;
      };
    },
    [state, answer] as const,
  );
  await page.goto(gurn.url('src/pages/welcome/index.html'));
}

test('the welcome page asks for the camera, says when it may use it, and lets go of it at once', async () => {
  await openWelcome('prompt', 'granted');
  await page.getByRole('button', { name: 'Allow the camera' }).click();
  await page.getByText('Gurn may use the camera.').waitFor();
  const live = () => (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState);
  expect(await page.evaluate(live)).toEqual(['ended']);
});

test('a machine without a camera is told apart from a refusal', async () => {
  await openWelcome('prompt', 'NotFoundError');
  await page.getByRole('button', { name: 'Allow the camera' }).click();
  await page.getByText('No camera was found.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});

test('a blocked camera is said, with the way to the settings', async () => {
  await openWelcome('prompt', 'denied');
  await page.getByRole('button', { name: 'Allow the camera' }).click();
  await page.getByText('The browser was told to block the camera.').waitFor();
  const settings = gurn.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open site settings' }).click();
  const opened = await settings;
  await eventually(
    () => opened.url(),
    (url) => url.startsWith('chrome://settings/content/siteDetails'),
  );
  await opened.close();
});
