import { expect, test } from 'vitest';
import { addressesIn, nameOfAddress, originsOf } from '../../../src/library/importers/addresses.ts';
import { isLitter, refusalOf, titleOf } from '../../../src/library/importers/files.ts';
import { TemplatesError, templatesIn } from '../../../src/library/importers/imgflip.ts';

test('addresses are read once each; what is none is told apart', () => {
  const text =
    ' https://a.example/1.jpg\nhttp://b.example/2.png https://a.example/1.jpg#top\n\nftp://x/y cat.jpg javascript:1';
  expect(addressesIn(text)).toEqual({
    addresses: ['https://a.example/1.jpg', 'http://b.example/2.png'],
    strange: ['ftp://x/y', 'cat.jpg', 'javascript:1'],
  });
  expect(addressesIn('https://me:secret@a.example/').addresses).toEqual([]);
});

test('every origin is asked for once', () => {
  const addresses = ['https://a.example/1', 'https://a.example/2', 'http://b.example:8080/3'];
  expect(originsOf(addresses)).toEqual(['https://a.example/*', 'http://b.example:8080/*']);
});

test.each([
  ['https://a.example/pics/happy_cat-1.jpg', 'happy cat 1'],
  ['https://a.example/caf%C3%A9.png', 'café'],
  ['https://a.example/%E0%A4%A.png', '%E0%A4%A'],
  ['https://a.example/', 'From a.example'],
])('the picture at %s is called %s', (address, name) => {
  expect(nameOfAddress(address)).toBe(name);
});

test.each([
  ['cat.jpg', 10, '', undefined],
  ['cat', 10, '', undefined],
  ['cat.heic', 10, '', undefined],
  ['pasted', 10, 'image/png', undefined],
  ['cat.jpg', 0, '', 'empty'],
  ['cat.jpg', 33 * 1024 * 1024, '', 'too large (33 MB): a picture may have up to 32 MB'],
  ['film.mp4', 10, 'video/mp4', 'no picture'],
  ['notes.txt', 10, '', 'no picture'],
  ['all.gurnpack', 10, '', 'Packs'],
])('the file %s of %d bytes (%s): %s', (path, size, type, reason) => {
  if (reason === undefined) expect(refusalOf(path, size, type)).toBeUndefined();
  else expect(refusalOf(path, size, type)).toContain(reason);
});

test('litter is what systems leave behind', () => {
  expect(['.DS_Store', 'a/__MACOSX/b.png', 'x/Thumbs.db', 'a/.hidden/b.png'].every(isLitter)).toBe(true);
  expect(['a.png', 'thumbs/db.png', 'a/b.c.png'].some(isLitter)).toBe(false);
  expect(titleOf('a/b/Grumpy cat.final.png')).toBe('Grumpy cat.final');
});

test('imgflip’s list gives names and addresses', () => {
  const memes = [
    { id: '1', name: ' Drake ', url: 'https://i.imgflip.com/30b1gx.jpg', width: 1200, height: 1200, box_count: 2 },
  ];
  expect(templatesIn(JSON.stringify({ success: true, data: { memes } }))).toEqual([
    { name: 'Drake', source: 'https://i.imgflip.com/30b1gx.jpg' },
  ]);
});

test.each(['', 'null', '<html>', '{}', '{"success":true,"data":{"memes":[{"name":1,"url":"x"}]}}'])(
  'something else than the list (%s) is refused',
  (text) => {
    expect(() => templatesIn(text)).toThrow(TemplatesError);
  },
);

test('why imgflip refuses is passed on', () => {
  expect(() => templatesIn('{"success":false,"error_message":"busy"}')).toThrow('busy');
});
