import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/library/index.ts';
import type { GurnSchema } from '../../../src/library/schema.ts';
import { freshName, open } from './support.ts';

async function store(name: string, setting: string, value: unknown): Promise<void> {
  const db = await openDB<GurnSchema>(name);
  await db.put('settings', { name: setting, value });
  db.close();
}

describe('settings', () => {
  it('are their defaults until they are set', async () => {
    const { settings } = await open();
    const defaults = { backend: 'auto', camera: '', mirrored: true, holdToFreeze: true, top: 3, starterSeeded: '' };
    const none = { backendMeasurement: null, pendingRemovals: [], learnPicks: true, identity: '' };
    expect(await settings.all()).toEqual({ ...defaults, ...none });
  });

  it('are remembered, also by a library opened later', async () => {
    const name = freshName();
    const { settings } = await open(name);
    const measurement = { model: 'm', userAgent: 'ua', ms: { wasm: 3.5 } };
    await settings.set('backendMeasurement', measurement);
    await settings.set('mirrored', false);
    const later = await open(name);
    expect(await later.settings.get('backendMeasurement')).toEqual(measurement);
    expect(await later.settings.get('mirrored')).toBe(false);
    expect(await later.settings.get('top')).toBe(3);
  });

  it.each([
    ['backend', 'gpu', 'auto'],
    ['backendMeasurement', { model: 'm', userAgent: 'ua', ms: { wasm: 'fast' } }, null],
    ['mirrored', 'yes', true],
    ['mirrored', undefined, true],
    ['top', 0, 3],
    ['top', Number.NaN, 3],
    ['camera', 7, ''],
    ['pendingRemovals', [1], []],
  ] as const)('a damaged %s (%j) is its default, and the others are not lost', async (setting, value, initial) => {
    const name = freshName();
    const { settings } = await open(name);
    await settings.set('holdToFreeze', false);
    await store(name, setting, value);
    await store(name, 'of-a-newer-version', 1);
    expect(await settings.get(setting)).toEqual(initial);
    expect(await settings.get('holdToFreeze')).toBe(false);
    expect(await settings.all()).not.toHaveProperty('of-a-newer-version');
  });

  it('refuse a value that they cannot have', async () => {
    const { settings } = await open();
    await settings.set('top', 5);
    await expect(settings.set('top', 2.5)).rejects.toMatchObject({ code: 'invalid' });
    const hostile: Settings = JSON.parse('{"backend":"gpu"}');
    await expect(settings.set('backend', hostile.backend)).rejects.toMatchObject({ code: 'invalid' });
    expect(await settings.get('top')).toBe(5);
  });
});
