import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LiveCommand } from '../../../src/messages/live.ts';

describe('a live command', () => {
  it('asks for as many matches as a view shows, and some to spare', () => {
    const watch = (top: number) => v.safeParse(LiveCommand, { type: 'watch', top, camera: '' }).success;
    expect([0, 1, 128, 129, 1.5, Number.NaN].map(watch)).toEqual([false, true, true, false, false, false]);
  });

  it('of an unknown type is refused', () => {
    expect(v.safeParse(LiveCommand, { type: 'record' }).success).toBe(false);
  });
});
