import { beforeEach, expect, it, vi } from 'vitest';

interface FakePort {
  readonly name: string;
  readonly sender: object;
  readonly sent: unknown[];
  hear(message: unknown): void;
  close(): void;
  disconnected: boolean;
}

const world = vi.hoisted(() => ({ onConnect: (_: unknown): void => undefined, admitted: true }));
vi.mock('webextension-polyfill', () => {
  const onConnect = {
    addListener: (listener: (port: unknown) => void) => {
      world.onConnect = listener;
    },
  };
  return { default: { runtime: { onConnect } } };
});
vi.mock('../../../src/offscreen/admission.ts', () => ({ mayWatch: async () => world.admitted }));

const held = vi.fn((..._: unknown[]) => new Promise(() => undefined));
vi.stubGlobal('location', { search: '' });
vi.stubGlobal('navigator', { locks: { request: (...args: unknown[]) => held(...args) } });
const { openViews } = await import('../../../src/offscreen/views.ts');

function connect(): FakePort {
  let hear: (message: unknown) => void = () => undefined;
  let close: () => void = () => undefined;
  const port = {
    name: 'gurn.live',
    sender: {},
    sent: [] as unknown[],
    disconnected: false,
    postMessage: (message: unknown) => void port.sent.push(message),
    disconnect: () => {
      port.disconnected = true;
    },
    onMessage: {
      addListener: (listener: (message: unknown) => void) => {
        hear = listener;
      },
    },
    onDisconnect: {
      addListener: (listener: () => void) => {
        close = listener;
      },
    },
    hear: (message: unknown) => hear(message),
    close: () => close(),
  };
  world.onConnect(port);
  return port;
}

const watch = { type: 'watch', top: 3, camera: 'desk' };
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function open() {
  const listener = { onView: vi.fn(), onWatch: vi.fn(), onRetry: vi.fn(), onPicked: vi.fn(), onNobody: vi.fn() };
  const parts = { faces: { at: () => undefined }, seek: async () => undefined };
  return { listener, views: openViews(listener, parts) };
}

beforeEach(() => {
  world.admitted = true;
});

it('says that it listens, for as long as the document lives', () => {
  open();
  expect(held).toHaveBeenCalledWith('gurn.live', { mode: 'shared' }, expect.any(Function));
});

it('tells of a view before it says what it watches, and of its leaving without a word', async () => {
  const { listener, views } = open();
  const port = connect();
  await turn();
  expect(listener.onView).toHaveBeenCalledOnce();
  expect(listener.onWatch).not.toHaveBeenCalled();
  expect(views.anybody()).toBe(true);
  port.close();
  expect(listener.onNobody).toHaveBeenCalledOnce();
  expect(views.anybody()).toBe(false);
});

it('lets nobody in who was not admitted, whatever it says', async () => {
  world.admitted = false;
  const { listener, views } = open();
  const port = connect();
  port.hear(watch);
  await turn();
  expect(port.disconnected).toBe(true);
  expect(listener.onView).not.toHaveBeenCalled();
  expect(listener.onWatch).not.toHaveBeenCalled();
  expect(views.anybody()).toBe(false);
});

it('does not tell of a view that left while it was being asked after', async () => {
  const { listener } = open();
  const port = connect();
  port.hear(watch);
  port.close();
  await turn();
  expect(listener.onView).not.toHaveBeenCalled();
  expect(listener.onWatch).not.toHaveBeenCalled();
  expect(listener.onNobody).not.toHaveBeenCalled();
});

it('says that nobody is left only after the last of two', async () => {
  const { listener } = open();
  const [first, second] = [connect(), connect()];
  await turn();
  second.hear(watch);
  await turn();
  first.close();
  expect(listener.onNobody).not.toHaveBeenCalled();
  second.close();
  expect(listener.onNobody).toHaveBeenCalledOnce();
});

it('shows the door to a view that talks nonsense, and counts it as gone', async () => {
  const { listener } = open();
  const port = connect();
  await turn();
  port.hear({ type: 'dance' });
  await turn();
  expect(port.disconnected).toBe(true);
  expect(listener.onNobody).toHaveBeenCalledOnce();
});
