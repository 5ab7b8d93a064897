/** Listens in on the live line from an open view, as any view may. */
import type { LiveResult } from '../../src/messages/payloads.ts';
import type { Target } from './target.ts';

/**
 * Waits for the `count`-th live result with a face and returns it.
 * @throws Error when that has not come within `timeout` milliseconds; the message tells the last state.
 */
export async function liveResult(view: Target, count = 10, timeout = 60_000): Promise<LiveResult> {
  return view.evaluate(
    async (count: number, timeout: number) => {
      await chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} });
      return new Promise<LiveResult>((resolve, reject) => {
        let seen = 0;
        let state = 'none';
        const port = chrome.runtime.connect({ name: 'gurn.live' });
        const timer = setTimeout(() => reject(new Error(`no face within ${timeout} ms; state: ${state}`)), timeout);
        port.onMessage.addListener((event: { type: string; state?: unknown; result?: LiveResult }) => {
          if (event.type === 'state') state = JSON.stringify(event.state);
          if (!event.result?.face) return;
          seen += 1;
          if (seen < count) return;
          clearTimeout(timer);
          port.disconnect();
          resolve(event.result);
        });
        port.postMessage({ type: 'watch', top: 12, camera: '' });
      });
    },
    count,
    timeout,
  );
}

/** A picture of what the view shows, as PNG. */
export async function screenshot(view: Target): Promise<Buffer> {
  const { data } = await view.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}
