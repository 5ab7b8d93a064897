import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import { createAnnouncer, SETTLE_MS } from '../../../src/popup/announcer.ts';
import { fileName } from '../../../src/popup/delivery.ts';
import { createHinter } from '../../../src/popup/hints.ts';
import { cover, outlineOf } from '../../../src/popup/outline.ts';
import { createPictures } from '../../../src/ui/pictures.ts';
import { pasteKeys } from '../../../src/ui/platform.ts';
import { bytesInWords, closenessInWords, expressionInWords, percent } from '../../../src/ui/words.ts';
import { frame } from '../../browser/popup/scenarios.ts';

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a ranking that keeps changing is said once, when it has settled', () => {
    const speak = vi.fn();
    const { suggest } = createAnnouncer(speak);
    for (const text of ['a', 'b', 'a', 'b', 'c']) {
      suggest(text);
      vi.advanceTimersByTime(SETTLE_MS / 2);
    }
    expect(speak).not.toHaveBeenCalled();
    vi.advanceTimersByTime(SETTLE_MS);
    expect(speak.mock.calls).toEqual([['c']]);
  });

  test('what was said last is not said again when the ranking comes back to it', () => {
    const speak = vi.fn();
    const { suggest } = createAnnouncer(speak);
    suggest('a');
    vi.advanceTimersByTime(SETTLE_MS);
    suggest('b');
    suggest('a');
    vi.advanceTimersByTime(SETTLE_MS * 2);
    expect(speak.mock.calls).toEqual([['a']]);
  });

  test('answers are said at once', () => {
    const speak = vi.fn();
    createAnnouncer(speak).say('Frozen.');
    expect(speak.mock.calls).toEqual([['Frozen.']]);
  });
});

describe('hints', () => {
  const result = (change: Parameters<typeof frame>[0]) => {
    const event = frame(change);
    if (event.type !== 'result') throw new Error('not a frame');
    return event.result;
  };

  test('a frame without a face is no news; half a second without one is', () => {
    const hint = createHinter();
    expect(hint(result({}), 0)).toBe('none');
    expect(hint(result({ face: null, faces: 0 }), 100)).toBe('none');
    expect(hint(result({}), 200)).toBe('none');
    expect(hint(result({ face: null, faces: 0 }), 300)).toBe('none');
    expect(hint(result({ face: null, faces: 0 }), 900)).toBe('no-face');
  });

  test('darkness explains why there is no face', () => {
    const hint = createHinter();
    hint(result({ face: null, faces: 0, light: 'dark' }), 0);
    expect(hint(result({ face: null, faces: 0, light: 'dark' }), 1000)).toBe('dark-no-face');
  });
});

describe('the outline', () => {
  const upright = { box: { x: 100, y: 100, width: 80, height: 80 }, score: 1 };

  test('leans as the eyes do', () => {
    const eyes: [number, number][] = [
      [110, 120],
      [150, 160],
    ];
    expect(outlineOf({ ...upright, keypoints: eyes }).tilt).toBeCloseTo(Math.PI / 4);
  });

  test('stands upright and reaches above the box, where the forehead is', () => {
    const { x, y, ry, tilt } = outlineOf({ ...upright, keypoints: [] });
    expect({ x, tilt }).toEqual({ x: 140, tilt: 0 });
    expect(y - ry).toBeLessThan(100);
  });

  test('a frame covers its place and is cut the same on both sides', () => {
    expect(cover({ width: 640, height: 480 }, { width: 320, height: 120 })).toEqual({ scale: 0.5, dx: 0, dy: -60 });
  });
});

describe('words', () => {
  test('no match but the same face is 100 %', () => {
    expect(percent(99.9)).toBe(99);
    expect(percent(100)).toBe(100);
    expect(percent(-3)).toBe(0);
    expect(closenessInWords(97.4)).toContain('97 of 100');
  });

  test('a second expression is named only when it is nearly as likely', () => {
    const grin = { name: 'grin', likeness: 0.8 };
    expect(expressionInWords([grin, { name: 'laugh', likeness: 0.75 }])).toBe('grin · laugh');
    expect(expressionInWords([grin, { name: 'laugh', likeness: 0.3 }])).toBe('grin');
    expect(expressionInWords([])).toBe('');
  });

  test('sizes are readable', () => {
    expect([bytesInWords(12), bytesInWords(6200), bytesInWords(2_340_000)]).toEqual(['12 bytes', '6 KB', '2.3 MB']);
  });

  test('a Mac pastes with its own key', () => {
    expect([pasteKeys('MacIntel'), pasteKeys('Linux x86_64'), pasteKeys('Win32')]).toEqual(['⌘V', 'Ctrl+V', 'Ctrl+V']);
  });

  test('a file is named so that file systems take it', () => {
    expect(fileName('A/B: "c"?.jpeg', 'image/jpeg')).toBe('A B c.jpg');
    expect(fileName('???', 'image/gif')).toBe('meme.gif');
  });
});

describe('pictures', () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  beforeEach(() => {
    made.mockClear();
    revoked.mockClear();
  });
  const source = { bytes: async (meme: string) => (meme === 'gone' ? undefined : new Blob([meme])) };

  test('a picture shown twice is made once', async () => {
    const pictures = createPictures(source);
    expect(await pictures.take('a')).toBe(await pictures.take('a'));
    expect(made).toHaveBeenCalledOnce();
  });

  test('pictures nobody shows are given back, the longest unused first; shown ones never', async () => {
    const pictures = createPictures(source, 1);
    const kept = await pictures.take('shown');
    const first = await pictures.take('a');
    await pictures.take('b');
    pictures.release('a');
    pictures.release('b');
    await vi.waitFor(() => expect(revoked.mock.calls).toEqual([[first]]));
    pictures.clear();
    await vi.waitFor(() => expect(revoked).toHaveBeenCalledWith(kept));
  });

  test('each frame that an animation stands still at is drawn once, beside the animation itself', async () => {
    const freeze = vi.fn(async (picture: Blob, frame: number) => new Blob([picture, String(frame)]));
    const pictures = createPictures(source, 60, freeze);
    const [moving, third] = [await pictures.take('a'), await pictures.take('a', 3)];
    expect(await pictures.take('a', 3)).toBe(third);
    expect(new Set([moving, third, await pictures.take('a', 5)]).size).toBe(3);
    expect(freeze.mock.calls.map(([, frame]) => frame)).toEqual([3, 5]);
  });

  test('an animation whose frame cannot be drawn is shown in motion', async () => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const pictures = createPictures(source, 60, () => Promise.reject(new Error('damaged')));
    expect(await pictures.take('a', 3)).toMatch(/^blob:/);
    expect(made.mock.calls.map(([blob]) => blob instanceof Blob && blob.size)).toEqual([1]);
    warning.mockRestore();
  });

  test('a picture that is gone has no address, and an unreadable one is reported', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await createPictures(source).take('gone')).toBeUndefined();
    const broken = createPictures({ bytes: () => Promise.reject(new Error('disk')) });
    expect(await broken.take('a')).toBeUndefined();
    expect(report).toHaveBeenCalledOnce();
    report.mockRestore();
  });
});
