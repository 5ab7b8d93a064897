import { afterEach, expect, it, vi } from 'vitest';
import type { Library } from '../../../src/library/index.ts';

interface Sent {
  readonly request: { readonly id: string; readonly tab: number };
}
const world = vi.hoisted(() => ({ inFront: 1, sent: [] as Sent[] }));
vi.mock('webextension-polyfill', () => {
  const report = { outcome: 'no-composer', reason: 'There is no message box.' };
  /** The worker is ended in the middle of the first insertion, and another tab comes to the front. */
  const sendMessage = async (message: Sent) => {
    world.sent.push(message);
    world.inFront += 1;
    if (world.sent.length === 1) throw new Error('The message channel closed.');
    return { ok: true, value: report };
  };
  const query = async () => [{ id: world.inFront }];
  const runtime = { sendMessage, getURL: (path: string) => `chrome-extension://gurn/${path}`, id: 'gurn' };
  return { default: { runtime, tabs: { query } } };
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('asks again for the same insertion in the same tab, whichever is in front by then', async () => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  vi.stubGlobal('location', { href: 'chrome-extension://gurn/src/popup/index.html' });
  const { browserPorts } = await import('../../../src/popup/browser-ports.ts');
  const { browserDoor } = await import('../../../src/ui/door.ts');
  const ports = browserPorts({} as Library, browserDoor);
  expect(await ports.insert('a'.repeat(64), false)).toMatchObject({ outcome: 'no-composer' });
  const [first, second] = world.sent.map(({ request }) => request);
  expect(first?.tab).toBe(1);
  expect(second).toEqual(first);
});
