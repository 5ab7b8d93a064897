import { describe, expect, test, vi } from 'vitest';
import { readCapped } from '../../../src/background/add/capped.ts';
import type { Click } from '../../../src/background/add/click.ts';
import { readDataUrl } from '../../../src/background/add/fetch-data.ts';
import { nameFor } from '../../../src/background/add/name.ts';
import { neededOrigin } from '../../../src/background/add/permission.ts';
import { sniff } from '../../../src/background/add/sniff.ts';
import { sourceOf } from '../../../src/background/add/source.ts';
import { errorToast, toastFor } from '../../../src/background/add/words.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('types by first bytes', () => {
  test.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00avifmiaf', 'image/avif'],
    ['BM\x36\x00', 'image/bmp'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['RIFF\x00\x00\x00\x00WAVEfmt ', undefined],
    ['\x00\x00\x00\x1cftypisom\x00\x00\x00\x00mp41', undefined],
    ['', undefined],
  ])('%j is %s', (start, type) => {
    expect(sniff(bytes(start))).toBe(type);
  });
});

describe('the cap while reading', () => {
  const stream = (chunks: number, size: number, headers = {}): { response: Response; pulled: () => number } => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (pulled === chunks) return controller.close();
          pulled += 1;
          controller.enqueue(new Uint8Array(size));
        },
      },
      { highWaterMark: 0 },
    );
    return { response: new Response(body, { headers }), pulled: () => pulled };
  };

  test('what fits is read whole', async () => {
    expect((await readCapped(stream(4, 25).response, 100)).size).toBe(100);
  });

  test('one byte more is too much, and the rest stays unread', async () => {
    const { response, pulled } = stream(1000, 51);
    await expect(readCapped(response, 100)).rejects.toMatchObject({ code: 'too-large' });
    expect(pulled()).toBe(2);
  });

  test('a stated size over the limit is refused unread', async () => {
    const { response, pulled } = stream(3, 50, { 'content-length': '101' });
    await expect(readCapped(response, 100)).rejects.toMatchObject({ code: 'too-large' });
    expect(pulled()).toBe(0);
  });
});

describe('data URLs', () => {
  test.each([
    ['data:image/gif;base64,R0lGODlh', 'GIF89a'],
    ['data:image/gif;base64,R0lGODlh%0A', 'GIF89a'],
    ['data:;charset=x;BASE64,R0lGODlh', 'GIF89a'],
    ['data:,GIF%389a%ff', 'GIF89a\xff'],
  ])('%s', async (url, text) => {
    expect(new Uint8Array(await readDataUrl(url).arrayBuffer())).toEqual(bytes(text));
  });

  test.each(['data:image/gif;base64,%%%', 'data:no comma', 'https://a.example/b,c'])('%s is no picture', (url) => {
    expect(() => readDataUrl(url)).toThrow(expect.objectContaining({ code: 'not-a-picture' }));
  });
});

describe('names', () => {
  const page = 'https://forum.example/thread/7';
  const name = (url: string, alt = '', title = '') => nameFor(url, page, { alt, title });

  test.each([
    ['the alternative text comes first', name('https://c.example/x.jpg', ' Cat\n  screams ', 'T'), 'Cat screams'],
    ['then the title', name('https://c.example/x.jpg', 'image', 'Reaction'), 'Reaction'],
    ['then the file name', name('https://c.example/a/shocked_cat-face.final.png?w=9'), 'shocked cat face.final'],
    ['escapes are read', name('https://c.example/%C3%A9t%C3%A9.gif'), 'été'],
    ['broken escapes stay', name('https://c.example/100%_mad.gif'), '100% mad'],
    ['hashes say nothing', name('https://c.example/9f86d081884c7d659a2f.jpg'), 'From forum.example'],
    ['nor do numbers and camera names', name('https://c.example/IMG_0042.jpg'), 'From forum.example'],
    ['a blob has no file name', name('blob:https://c.example/2b1c'), 'From forum.example'],
  ])('%s', (_, given, expected) => {
    expect(given).toBe(expected);
  });

  test('a long text is cut between words', () => {
    const cut = name('', 'word '.repeat(60));
    expect(cut.length).toBeLessThanOrEqual(81);
    expect(cut).toMatch(/word…$/);
  });
});

const click = (srcUrl: string, kind: Click['kind'] = 'image') =>
  ({
    tabId: 1,
    windowId: 1,
    frameId: 0,
    srcUrl,
    kind,
    pageUrl: 'https://chat.example/c?token=1#x',
    pageTitle: 'Cats',
    incognito: false,
  }) as const;

test("only another site's picture needs a permission, and only for its own origin", () => {
  expect(neededOrigin(click('https://cdn.example:8443/a/b.jpg?x'))).toBe('https://cdn.example:8443/*');
  expect(neededOrigin(click('https://chat.example/a.jpg'))).toBeUndefined();
  expect(neededOrigin(click('data:image/png;base64,AA'))).toBeUndefined();
  expect(neededOrigin(click('blob:https://chat.example/1'))).toBeUndefined();
  expect(neededOrigin(click('https://cdn.example/a.mp4', 'video'))).toBeUndefined();
});

test('the source keeps the page and the way, but no query, no fragment and no private page', () => {
  expect(sourceOf(click(''), 'background')).toBe('https://chat.example/c (downloaded)');
  expect(sourceOf({ ...click(''), incognito: true }, 'screen')).toBe('a private window (cut from the screen)');
});

test('reports become words', () => {
  const meme = 'a'.repeat(64);
  const inbox = crypto.randomUUID();
  expect(toastFor({ outcome: 'added', meme, faces: 1 }).text).toBe('Added, 1 face');
  expect(toastFor({ outcome: 'added', meme, faces: 3 }).text).toBe('Added, 3 faces');
  expect(toastFor({ outcome: 'added', meme, faces: 3 }).teach).toBeUndefined();
  expect(toastFor({ outcome: 'added', meme, faces: 0 })).toEqual({ kind: 'done', text: 'Added, no face', teach: meme });
  expect(toastFor({ outcome: 'duplicate', meme }).text).toBe('Already in your library');
  expect(toastFor({ outcome: 'no-face', inbox })).toEqual({ kind: 'question', text: 'No face found', inbox });
  expect(errorToast(new TypeError('x is undefined')).text).not.toContain('undefined');
});
