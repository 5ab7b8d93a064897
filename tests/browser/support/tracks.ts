import type { Gurn } from '../../../tools/driver/extension.ts';
import type { Target } from '../../../tools/driver/target.ts';

/** Starts the offscreen document before any view, as a right-click does. */
export async function startOffscreen(gurn: Gurn): Promise<Target> {
  const page = await gurn.context.newPage();
  await page.goto(gurn.url('src/pages/welcome/index.html'));
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} }),
  );
  await page.close();
  return gurn.offscreen();
}

/** Keeps account of every camera track that the offscreen document opens from now on: `live` or `ended`. */
export async function watchTracks(offscreen: Target): Promise<() => Promise<string[]>> {
  await offscreen.evaluate(() => {
    const tracks: MediaStreamTrack[] = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(globalThis, { tracks });
  });
  return () =>
    offscreen.evaluate(() =>
      (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
    );
}
