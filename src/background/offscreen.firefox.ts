/**
 * The engine for what the background asks, in Firefox, which has no offscreen documents: a frame of the event page. It
 * has no camera, which Firefox lets no background use; a view that shows the camera frames an engine of its own
 * (src/ui/door.firefox.ts). Firefox ends the event page, and the frame with it, after 30 s without work.
 */
const PATH = '/src/offscreen/index.html?for=index';

let loading: Promise<void> | undefined;

/** Makes sure the frame is there. Resolves when its scripts have run, so it listens. */
export function ensureOffscreen(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.src = PATH;
    document.documentElement.append(frame);
  });
  return loading;
}
