/** What is killed comes back. */
import { afterEach, describe, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
afterEach(() => world.end());

async function openPopup(): Promise<Target> {
  await world.film([await world.picture('grin')]);
  const popup = await world.gurn.clickToolbar(world.page);
  await liveResult(popup);
  return popup;
}

const shownMatch = (popup: Target): Promise<string | null | undefined> =>
  popup.evaluate(() => document.querySelector('.match')?.getAttribute('data-meme'));

describe('matching goes on', () => {
  it("after the service worker's death, and what needs the worker wakes it", async () => {
    world = await createWorld();
    const popup = await openPopup();
    const isAlive = async (): Promise<boolean> => {
      const { targetInfos } = await world.gurn.command<{ targetInfos: { type: string; url: string }[] }>(
        'Target.getTargets',
      );
      return targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(world.gurn.id));
    };
    await popup.send('ServiceWorker.enable');
    await popup.send('ServiceWorker.stopAllWorkers');
    await eventually(isAlive, (alive) => !alive);
    const { frame } = await nextResult(popup);
    expect((await nextResult(popup)).frame).toBeGreaterThan(frame);
    const reply = await popup.evaluate(() =>
      chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} }),
    );
    expect(reply).toEqual({ ok: true, value: {} });
  });

  it("after the offscreen document's death: the popup brings it back by itself", async () => {
    world = await createWorld();
    const popup = await openPopup();
    const offscreen = await world.gurn.offscreen();
    await world.gurn.command('Target.closeTarget', { targetId: offscreen.info.targetId });
    await eventually(
      () => world.gurn.hasOffscreen(),
      (there) => there,
    );
    expect((await liveResult(popup)).matches.length).toBeGreaterThan(0);
    expect(await shownMatch(popup)).toMatch(/^[0-9a-f]{64}$/);
  });
});

/** The next result on a new port, without asking the worker for anything. */
const nextResult = (popup: Target): Promise<{ frame: number }> =>
  popup.evaluate(
    () =>
      new Promise<{ frame: number }>((resolve) => {
        const port = chrome.runtime.connect({ name: 'gurn.live' });
        port.onMessage.addListener((event: { result?: { frame: number } }) => {
          if (!event.result) return;
          port.disconnect();
          resolve(event.result);
        });
        port.postMessage({ type: 'watch', top: 3, camera: '' });
      }),
  );
