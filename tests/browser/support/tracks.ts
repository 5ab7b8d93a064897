import type { Target } from '../../../tools/driver/target.ts';

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
