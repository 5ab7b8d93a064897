import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Click } from '../../../src/background/add/click.ts';
import { httpError, mostTelling, PictureError, tooLarge } from '../../../src/background/add/errors.ts';
import { obtain, orderFor, type Way, type Ways } from '../../../src/background/add/ways.ts';

beforeAll(() => void vi.spyOn(console, 'debug').mockReturnValue());

const JPEG = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]);
const TEXT = new Blob(['<html>please log in</html>']);

const click = (srcUrl: string, kind: Click['kind'] = 'image'): Click => ({
  tabId: 1,
  windowId: 1,
  frameId: 0,
  srcUrl,
  kind,
  pageUrl: 'https://chat.example/',
  pageTitle: 'Cats',
  incognito: false,
});

/** Every way fails but those told otherwise; `tried` says which were asked. */
function fakes(outcomes: Partial<Record<Way, Blob | PictureError>>): { ways: Ways; tried: Way[] } {
  const tried: Way[] = [];
  const way = (name: Way) => async () => {
    tried.push(name);
    const outcome = outcomes[name] ?? new PictureError('no-access');
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const ways: Ways = {
    data: way('data'),
    background: way('background'),
    page: way('page'),
    canvas: way('canvas'),
    screen: way('screen'),
  };
  return { ways, tried };
}

describe('the order of the ways', () => {
  test.each([
    ['https://cdn.example/a.jpg', 'image', true, ['background', 'page', 'canvas', 'screen']],
    ['https://cdn.example/a.jpg', 'image', false, ['page', 'canvas', 'screen']],
    ['data:image/png;base64,AA', 'image', false, ['data', 'canvas', 'screen']],
    ['blob:https://chat.example/1', 'image', true, ['page', 'canvas', 'screen']],
    ['', 'image', true, ['page', 'canvas', 'screen']],
    ['https://cdn.example/a.mp4', 'video', true, ['canvas', 'screen']],
  ] as const)('%s as %s, allowed: %s', (url, kind, allowed, order) => {
    expect(orderFor(click(url, kind), allowed)).toEqual(order);
  });
});

describe('obtaining a picture', () => {
  const url = 'https://cdn.example/a.jpg';

  test('the first way that works is the last that is tried', async () => {
    const { ways, tried } = fakes({ background: new PictureError('network'), page: JPEG, canvas: JPEG });
    const picture = await obtain(click(url), true, ways);
    expect(picture.way).toBe('page');
    expect(picture.blob.type).toBe('image/jpeg');
    expect(tried).toEqual(['background', 'page']);
  });

  test('a login page in place of the picture is a failure like any other', async () => {
    const { ways } = fakes({ background: TEXT, page: TEXT, canvas: JPEG });
    expect((await obtain(click(url), true, ways)).way).toBe('canvas');
  });

  test('each way takes over from those before it, down to the screen', async () => {
    const { ways, tried } = fakes({ screen: JPEG });
    expect((await obtain(click(url), true, ways)).way).toBe('screen');
    expect(tried).toEqual(['background', 'page', 'canvas', 'screen']);
  });

  test('a file that is too large ends it: no other way makes it smaller', async () => {
    const { ways, tried } = fakes({ background: tooLarge(60 * 1024 * 1024), screen: JPEG });
    await expect(obtain(click(url), true, ways)).rejects.toMatchObject({ code: 'too-large' });
    expect(tried).toEqual(['background']);
  });

  test('of all failures the person reads the one to act on', async () => {
    const { ways } = fakes({ page: new PictureError('network'), screen: new PictureError('hidden') });
    await expect(obtain(click(url), false, ways)).rejects.toMatchObject({ code: 'hidden' });
  });

  test('an error that nobody foresaw is no access', async () => {
    const broken: Ways = { ...fakes({}).ways, page: () => Promise.reject(new TypeError('x is undefined')) };
    await expect(obtain(click(url), false, broken)).rejects.toMatchObject({ code: 'no-access' });
  });
});

test('statuses are told in words', () => {
  expect(httpError(404).message).toBe('The page says this picture does not exist (404).');
  expect(httpError(401).message).toContain('does not hand this picture out (401)');
  expect(httpError(429).message).toContain('later (429)');
  expect(httpError(502).message).toContain('failed to send this picture');
  expect(httpError(418).message).toContain('(418)');
});

test('a status says more than a picture that is not shown', () => {
  expect(mostTelling([new PictureError('not-shown'), httpError(404)]).code).toBe('http');
});
