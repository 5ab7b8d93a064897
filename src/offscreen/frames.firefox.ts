/** A camera track as a stream of frames. Firefox has the track processor in workers only, so a video plays the track. */
import type { Frames } from './frames.ts';

export function openFrames(track: MediaStreamTrack): Frames {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  const over = new AbortController();
  const end = (): void => {
    over.abort();
    video.srcObject = null;
  };
  track.addEventListener('ended', end, { once: true });
  return {
    async *read() {
      await video.play();
      while (await painted(video, over.signal)) yield new VideoFrame(video);
    },
    end: async () => end(),
  };
}

/** Resolves with whether there is a new picture; without one when `over`. */
const painted = (video: HTMLVideoElement, over: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (over.aborted) return resolve(false);
    const stop = (): void => resolve(false);
    over.addEventListener('abort', stop, { once: true });
    video.requestVideoFrameCallback(() => {
      over.removeEventListener('abort', stop);
      resolve(true);
    });
  });
