import { expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import { openEarly } from '../../../src/ui/early-door.ts';
import type { LiveDoor, LivePort } from '../../../src/ui/live.ts';

function world(ensure: LiveDoor['ensure'] = async () => undefined) {
  const ports: (LivePort & { breaks(): void; closed: boolean })[] = [];
  const connect = () => {
    const breakers: (() => void)[] = [];
    const port = {
      closed: false,
      send: () => undefined,
      onMessage: () => undefined,
      onBreak: (listener: () => void) => void breakers.push(listener),
      close: () => {
        port.closed = true;
      },
      breaks: () => {
        for (const breaks of breakers) breaks();
      },
    };
    ports.push(port);
    return port;
  };
  const ensured = vi.fn(ensure);
  return { early: openEarly({ ensure: ensured, connect }), ports, ensured };
}

/** Until what was begun has ended. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('opens the line before anybody asks, and hands it to the first who does', async () => {
  const { early, ports, ensured } = world();
  await turn();
  expect(ports).toHaveLength(1);
  await early.ensure();
  expect(early.connect()).toBe(ports[0]);
  expect(ensured).toHaveBeenCalledTimes(1);
});

it('opens another for those who come later', async () => {
  const { early, ports, ensured } = world();
  await early.ensure();
  early.connect();
  await early.ensure();
  expect(early.connect()).toBe(ports[1]);
  expect(ensured).toHaveBeenCalledTimes(2);
});

it('hands out no line that has broken meanwhile', async () => {
  const { early, ports } = world();
  await early.ensure();
  ports[0]?.breaks();
  expect(early.connect()).toBe(ports[1]);
});

it('tells a failure to the first who asks, and tries again for the next', async () => {
  let works = false;
  const { early, ports } = world(async () => {
    if (!works) throw new Error('no engine');
  });
  await turn();
  await expect(early.ensure()).rejects.toThrow('no engine');
  works = true;
  await early.ensure();
  expect(early.connect()).toBe(ports[0]);
});

it('closes a line that nobody will take, and opens none after that', async () => {
  const taken = world();
  await turn();
  taken.early.giveUp();
  expect(taken.ports[0]?.closed).toBe(true);
  const late = world();
  late.early.giveUp();
  await turn();
  expect(late.ports).toHaveLength(0);
});
