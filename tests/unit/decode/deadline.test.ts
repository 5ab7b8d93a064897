import { expect, it, vi } from 'vitest';
import { within } from '../../../src/engine/decode/deadline.ts';

it('hands on what is ready in time, and leaves it alone', async () => {
  const discard = vi.fn();
  await expect(within(10_000, Promise.resolve('picture'), discard)).resolves.toBe('picture');
  expect(discard).not.toHaveBeenCalled();
});

it('hands on a failure', async () => {
  await expect(within(10_000, Promise.reject(new Error('broken')), vi.fn())).rejects.toThrow('broken');
});

it('gives up when the time is over, and discards what comes later', async () => {
  const { promise, resolve } = deferred<string>();
  const discard = vi.fn();
  await expect(within(5, promise, discard)).rejects.toMatchObject({ code: 'timeout' });
  resolve('late');
  await vi.waitFor(() => expect(discard).toHaveBeenCalledWith('late'));
});

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
