/** Sends camera frames to Gurn's own views. They cross no network and no message: same-origin documents only. */
import { PREVIEW_CHANNEL, type PreviewFrame } from '../messages/index.ts';

export interface Preview {
  /** Sends a copy; the bitmap stays the caller's. */
  publish(frame: number, bitmap: ImageBitmap): void;
}

export function openPreview(): Preview {
  const channel = new BroadcastChannel(PREVIEW_CHANNEL);
  return {
    publish(frame, bitmap) {
      const message: PreviewFrame = { frame, bitmap };
      channel.postMessage(message);
    },
  };
}
