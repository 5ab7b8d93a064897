/** What stands in for the camera, each with its own face in the popup; and when the light goes out. */
import { afterEach, describe, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from './support/eventually.ts';
import { startOffscreen, watchTracks } from './support/tracks.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
afterEach(() => world.end());

const textOf = (popup: Target): Promise<string> => popup.evaluate(() => document.body?.textContent ?? '');

const says = (popup: Target, words: RegExp): Promise<string> =>
  eventually(
    () => textOf(popup),
    (text) => words.test(text),
    60_000,
  );

describe('the popup says', () => {
  it('that it needs permission, and is at work the next time once that was given', async () => {
    world = await createWorld({ promptForCamera: true });
    await world.film([await world.picture('grin')]);
    await world.gurn.setCameraPermission('prompt');
    await says(await world.gurn.clickToolbar(world.page), /allow|permission/i);
    await world.gurn.setCameraPermission('granted');
    await world.gurn.closePopups();
    expect((await liveResult(await world.gurn.clickToolbar(world.page))).faces).toBe(1);
  });

  it('how to undo a refusal', async () => {
    world = await createWorld({ promptForCamera: true });
    await world.film([await world.picture('grin')]);
    await world.gurn.setCameraPermission('denied');
    const popup = await world.gurn.clickToolbar(world.page);
    await says(popup, /site settings/i);
  });

  it('that there is no camera', async () => {
    world = await createWorld({ camera: 'none' });
    const popup = await world.gurn.clickToolbar(world.page);
    await says(popup, /no camera/i);
  });

  it('that another program has the camera, and tries again when asked', async () => {
    world = await createWorld();
    await world.film([await world.picture('grin')]);
    const offscreen = await startOffscreen(world.gurn);
    await offscreen.evaluate(() => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      let busy = true;
      navigator.mediaDevices.getUserMedia = (constraints) => {
        if (busy) return Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
        return open(constraints);
      };
      Object.assign(globalThis, { letGo: () => (busy = false) });
    });
    const popup = await world.gurn.clickToolbar(world.page);
    await says(popup, /another program|in use/i);
    await offscreen.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
    await popup.evaluate(() => {
      const again = [...document.querySelectorAll('button')].find((button) => /again/i.test(button.textContent ?? ''));
      again?.click();
    });
    expect((await liveResult(popup)).faces).toBe(1);
  });

  it('that nobody is in view, that it is dark, that the largest of several faces counts', async () => {
    world = await createWorld();
    const nobody = await world.page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.fillStyle = '#9ab';
      context.fillRect(0, 0, 640, 480);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    });
    await world.film([Buffer.from(nobody, 'base64')]);
    await says(await world.gurn.clickToolbar(world.page), /no face/i);
    await world.gurn.closePopups();
    await world.film([await world.picture('pout', 0.12)]);
    await says(await world.gurn.clickToolbar(world.page), /dark|light/i);
    await world.gurn.closePopups();
    await world.film([await world.picture('laughInProfile')]);
    await says(await world.gurn.clickToolbar(world.page), /largest/i);
  });
});

it('shows a popup that is opened right after the last one the face that is there now', async () => {
  world = await createWorld();
  const tracks = await watchTracks(await startOffscreen(world.gurn));
  const frozenOn = async (shot: 'grin' | 'astonished'): Promise<string> => {
    await world.film([await world.picture(shot)]);
    await world.gurn.closePopups();
    await eventually(tracks, (states) => states.every((state) => state === 'ended'));
    const popup = await world.gurn.clickToolbar(world.page);
    await says(popup, /Frozen/);
    return popup.evaluate(() => document.querySelector('.match')?.getAttribute('data-meme') ?? '');
  };
  const astonished = await frozenOn('astonished');
  for (let round = 0; round < 2; round += 1) {
    expect(await frozenOn('grin')).not.toBe(astonished);
    expect(await frozenOn('astonished')).toBe(astonished);
  }
});

describe("the camera's light", () => {
  it('goes out within a second of the last of two views closing, not of the first', async () => {
    world = await createWorld();
    await world.film([await world.picture('grin')]);
    const tracks = await watchTracks(await startOffscreen(world.gurn));
    const popup = await world.gurn.clickToolbar(world.page);
    await liveResult(popup);
    const second = await world.gurn.context.newPage();
    await second.goto(world.gurn.url('src/popup/index.html?tab=1'));
    await second.locator('[data-meme]').first().waitFor();
    await world.gurn.closePopups();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await tracks()).toContain('live');
    await second.close();
    await eventually(tracks, (states) => states.every((state) => state === 'ended'), 1_000);
  });

  it('goes out, too, when the view closes while the camera is being opened', async () => {
    world = await createWorld();
    await world.film([await world.picture('grin')]);
    const offscreen = await startOffscreen(world.gurn);
    await offscreen.evaluate(() => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        await new Promise<void>((resolve) => Object.assign(globalThis, { openNow: resolve }));
        return open(constraints);
      };
    });
    const tracks = await watchTracks(offscreen);
    await world.gurn.clickToolbar(world.page);
    await eventually(() => offscreen.evaluate(() => 'openNow' in globalThis));
    await world.gurn.closePopups();
    await offscreen.evaluate(() => (globalThis as unknown as { openNow(): void }).openNow());
    await eventually(tracks, (states) => states.length === 1 && states[0] === 'ended', 5_000);
  });
});
