import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LiveCommand } from '../../../src/messages/live.ts';

describe('a live command', () => {
  it('asks for one to a hundred matches', () => {
    const watch = (top: number) => v.safeParse(LiveCommand, { type: 'watch', top, camera: '' }).success;
    expect([0, 1, 100, 101, 1.5, Number.NaN].map(watch)).toEqual([false, true, true, false, false, false]);
  });

  it('of an unknown type is refused', () => {
    expect(v.safeParse(LiveCommand, { type: 'record' }).success).toBe(false);
  });
});
