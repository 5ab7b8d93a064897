/** That the library lasts: room for it, what can be read of a damaged one, and a start afresh. */
import { describe, expect, it } from 'vitest';
import { askToKeep, roomOf, type Storage } from '../../../src/library/storage.ts';
import './support.ts';

function storage({ usage = 0, quota = 0, persisted = false, grants = false, asked = [] as string[] }): Storage {
  return {
    estimate: async () => ({ usage, quota }),
    persisted: async () => persisted,
    persist: async () => {
      asked.push('asked');
      return grants;
    },
  };
}

describe('the room that is left', () => {
  const GB = 1e9;
  it.each([
    ['plenty', { usage: 1 * GB, quota: 70 * GB }, { used: 1 * GB, left: 69 * GB, low: false }],
    ['less than 500 MB', { usage: 1 * GB, quota: 1.4 * GB }, { used: 1 * GB, left: 0.4 * GB, low: true }],
    ['less than a tenth', { usage: 19 * GB, quota: 20 * GB }, { used: 19 * GB, left: 1 * GB, low: true }],
    ['more taken than there is', { usage: 3 * GB, quota: 2 * GB }, { used: 3 * GB, left: 0, low: true }],
  ])('is told: %s', async (_, estimate, room) => {
    const told = await roomOf(storage(estimate), false);
    expect(told).toMatchObject({ ...room, left: expect.closeTo(room.left, -3) });
  });

  it('is not made up where the browser does not tell', async () => {
    const silent: Storage = { ...storage({}), estimate: async () => ({}) };
    expect(await roomOf(silent, true)).toBeUndefined();
  });

  it.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
  ])('is kept when promised (%s) or unlimited (%s): %s', async (persisted, unlimited, kept) => {
    expect(await roomOf(storage({ quota: 1, persisted }), unlimited)).toMatchObject({ kept });
  });

  it('is asked for once, and a refusal is told', async () => {
    const asked: string[] = [];
    expect(await askToKeep(storage({ persisted: true, asked }))).toBe(true);
    expect(asked).toEqual([]);
    expect(await askToKeep(storage({ grants: true, asked }))).toBe(true);
    expect(await askToKeep(storage({ grants: false, asked }))).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
