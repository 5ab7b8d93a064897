import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveCommand } from '../../../src/messages/index.ts';
import { createMapCamera } from '../../../src/pages/library/map/camera.ts';

// The messages' client asks for the browser, which is not asked for anything here.
vi.mock('webextension-polyfill', () => ({ default: {} }));

const page = { hidden: false, listeners: new Set<() => void>() };

beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal('document', {
    get hidden() {
      return page.hidden;
    },
    addEventListener: (_: string, listener: () => void) => page.listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => page.listeners.delete(listener),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A door that counts its open lines. */
function door() {
  const lines: { sent: LiveCommand[]; open: boolean }[] = [];
  return {
    lines,
    lit: () => lines.filter(({ open }) => open).length,
    ensure: async () => undefined,
    connect() {
      const line = { sent: [] as LiveCommand[], open: true };
      lines.push(line);
      return {
        send: (command: LiveCommand) => line.sent.push(command),
        onMessage: () => undefined,
        onBreak: () => undefined,
        close() {
          line.open = false;
        },
      };
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the map’s camera', () => {
  it('is off until it is switched on, and takes the camera of the settings', async () => {
    const way = door();
    const camera = createMapCamera(way, async () => 'front');
    await settled();
    expect(way.lit()).toBe(0);
    camera.turn(true);
    await settled();
    expect(way.lit()).toBe(1);
    expect(way.lines[0]?.sent.at(-1)).toMatchObject({ type: 'watch', camera: 'front' });
    camera.close();
  });

  it('goes out with its switch and with the section', async () => {
    const way = door();
    const camera = createMapCamera(way, async () => '');
    camera.turn(true);
    await settled();
    camera.turn(false);
    expect(way.lit()).toBe(0);
    camera.turn(true);
    await settled();
    camera.close();
    expect([way.lit(), page.listeners.size]).toEqual([0, 0]);
  });

  it('goes out while nobody looks at the tab', async () => {
    const way = door();
    const camera = createMapCamera(way, async () => '');
    camera.turn(true);
    await settled();
    page.hidden = true;
    for (const listener of page.listeners) listener();
    expect(way.lit()).toBe(0);
    page.hidden = false;
    for (const listener of page.listeners) listener();
    await settled();
    expect(way.lit()).toBe(1);
    camera.close();
  });
});
