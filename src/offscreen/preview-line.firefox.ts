/** Sends camera frames to the view around this document. Firefox passes no bitmap through a BroadcastChannel. */
import type { PreviewFrame } from '../messages/index.ts';
import type { Preview } from './preview-line.ts';

export const openPreview = (): Preview => ({
  publish(frame, bitmap) {
    const message: PreviewFrame = { frame, bitmap };
    window.parent.postMessage(message, location.origin);
  },
});
