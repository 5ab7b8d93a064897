import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import type { LiveCommand } from '../../../src/messages/index.ts';
import { LiveClient, type LiveDoor, type LivePort, type ViewState } from '../../../src/ui/live.ts';

class FakePort implements LivePort {
  readonly sent: LiveCommand[] = [];
  closed = false;
  deliver: (message: unknown) => void = () => undefined;
  break: () => void = () => undefined;
  send(command: LiveCommand): void {
    this.sent.push(command);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.deliver = listener;
  }
  onBreak(listener: () => void): void {
    this.break = listener;
  }
  close(): void {
    this.closed = true;
  }
}

function start(ensure: LiveDoor['ensure'] = async () => undefined) {
  const ports: FakePort[] = [];
  const states: ViewState[] = [];
  const ensured = vi.fn(ensure);
  const connect = (): FakePort => {
    const port = new FakePort();
    ports.push(port);
    return port;
  };
  const listener = { state: (state: ViewState) => void states.push(state), result: () => undefined };
  const client = new LiveClient({ ensure: ensured, connect }, listener, { top: 9, camera: '' });
  const phases = () => states.map(({ phase }) => phase);
  return { client, ports, phases, ensured };
}

const noCamera = { type: 'state', state: { phase: 'no-camera' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('says what to watch as soon as the line is open', async () => {
  const { ports } = start();
  await vi.runAllTimersAsync();
  expect(ports.map(({ sent }) => sent)).toEqual([[{ type: 'watch', top: 9, camera: '' }]]);
});

test('a broken line is opened anew, with ensure and the newest wishes', async () => {
  const { client, ports, phases, ensured } = start();
  await vi.runAllTimersAsync();
  client.watch({ camera: 'desk' });
  ports[0]?.deliver(noCamera);
  ports[0]?.break();
  await vi.runAllTimersAsync();
  expect(ensured).toHaveBeenCalledTimes(2);
  expect(ports[1]?.sent).toEqual([{ type: 'watch', top: 9, camera: 'desk' }]);
  expect(phases()).toEqual(['connecting', 'no-camera', 'reconnecting']);
});

test('a line that cannot be opened is given up in the end, and tried again when asked', async () => {
  let works = false;
  const { client, ports, phases } = start(async () => {
    if (!works) throw new Error('no engine');
  });
  await vi.runAllTimersAsync();
  expect(phases().at(-1)).toBe('unreachable');
  works = true;
  client.retry();
  await vi.runAllTimersAsync();
  expect(ports).toHaveLength(1);
});

test('a line that opens and breaks without a word is given up too', async () => {
  const { ports, phases } = start();
  for (let round = 0; round < 10; round++) {
    await vi.runAllTimersAsync();
    ports.at(-1)?.break();
  }
  await vi.runAllTimersAsync();
  expect(phases().at(-1)).toBe('unreachable');
  expect(ports.length).toBeLessThan(10);
});

test('while the line is open, trying again is told to the camera', async () => {
  const { client, ports } = start();
  await vi.runAllTimersAsync();
  client.retry();
  expect(ports[0]?.sent.at(-1)).toEqual({ type: 'retry' });
});

test('a damaged event is ignored and reported', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { ports, phases } = start();
  await vi.runAllTimersAsync();
  ports[0]?.deliver({ type: 'state', state: { phase: 'dancing' } });
  expect(phases()).toEqual(['connecting']);
  expect(report).toHaveBeenCalledOnce();
  report.mockRestore();
});

test('closed, it hangs up and does not come back', async () => {
  const { client, ports, ensured } = start();
  await vi.runAllTimersAsync();
  client.close();
  ports[0]?.break();
  await vi.runAllTimersAsync();
  expect(ports[0]?.closed).toBe(true);
  expect(ensured).toHaveBeenCalledOnce();
});

test('closed while the engine is still being started, it opens no line', async () => {
  const { client, ports } = start();
  client.close();
  await vi.runAllTimersAsync();
  expect(ports).toEqual([]);
});
