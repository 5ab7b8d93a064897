import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRest } from '../../../src/offscreen/rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the rest', () => {
  it('comes after the time when nothing ever needed the document', () => {
    const sleep = vi.fn();
    createRest(sleep, 1_000);
    vi.advanceTimersByTime(999);
    expect(sleep).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(sleep).toHaveBeenCalledOnce();
  });

  it('does not come while one of two needs lasts', () => {
    const sleep = vi.fn();
    const rest = createRest(sleep, 1_000);
    const first = rest.keepAwake();
    rest.keepAwake();
    first();
    first();
    vi.advanceTimersByTime(10_000);
    expect(sleep).not.toHaveBeenCalled();
  });

  it('counts from the end of the last need', () => {
    const sleep = vi.fn();
    const rest = createRest(sleep, 1_000);
    const done = rest.keepAwake();
    vi.advanceTimersByTime(5_000);
    done();
    vi.advanceTimersByTime(999);
    expect(sleep).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(sleep).toHaveBeenCalledOnce();
  });
});
