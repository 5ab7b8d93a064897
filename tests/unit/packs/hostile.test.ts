/** A damaged or hostile pack is refused whole, with its reason, and the library stays as it was. */
import { beforeAll, expect, it } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { importPack, type PackErrorCode } from '../../../src/library/packs/index.ts';
import { pngHeader } from '../decode/pictures/png.ts';
import { freshName, open } from '../library/support.ts';
import {
  bytesOf,
  CENTRAL,
  type Files,
  LOCAL,
  patched,
  placesOf,
  relisted,
  unzip,
  withPicture,
  withVectors,
  zip,
} from './forge.ts';
import { contents, exported, filled, MODEL, randoms } from './support.ts';

const name = freshName();
let library: Library;
let pack: Blob;
beforeAll(async () => {
  await filled(name, 2, 100);
  pack = await exported(await filled(freshName(), 4));
});

const put = (file: string, bytes: string) => async (): Promise<Blob> => {
  const files: Files = await unzip(pack);
  return zip(files.set(file, new TextEncoder().encode(bytes)));
};
const join = (...parts: BlobPart[]): Blob => new Blob(parts);

/** Sets the size that the list claims to unpack to, in the directory and in front of it; it is the last of the files. */
const claiming = (size: number) => async (): Promise<Blob> =>
  patched(await zip(await unzip(pack), { dataDescriptor: false }), (bytes, view) => {
    view.setUint32((placesOf(bytes, LOCAL).at(-1) ?? 0) + 22, size, true);
    view.setUint32((placesOf(bytes, CENTRAL).at(-1) ?? 0) + 24, size, true);
  });

const EVIL: readonly (readonly [what: string, code: PackErrorCode, forge: () => Promise<Blob> | Blob])[] = [
  ['a text', 'not-a-pack', () => join('These are notes.')],
  ['an empty file', 'not-a-pack', () => join('')],
  ['a zip without a list', 'not-a-pack', () => zip(new Map([['vectors.f32', new Uint8Array(256)]]))],
  ['a list of something else', 'not-a-pack', put('manifest.json', '{"format":"cookbook","version":1}')],
  ['a half', 'cut-off', () => pack.slice(0, Math.floor(pack.size / 2))],
  ['all but the last byte', 'cut-off', () => pack.slice(0, pack.size - 1)],
  ['bytes behind the zip', 'cut-off', () => join(pack, 'and more')],
  ['bytes in front of the zip', 'not-a-pack', () => join('#!/bin/sh\n', pack)],
  ['a name that climbs', 'path', put('../evil.png', 'x')],
  ['an absolute name', 'path', put('/etc/passwd', 'x')],
  ['a name that climbs on Windows', 'path', put('images\\..\\..\\evil.png', 'x')],
  ['a file too many', 'unknown-file', put('readme.txt', 'x')],
  ['a picture too many', 'unknown-file', put(`images/${'0'.repeat(64)}.png`, 'x')],
  ['a folder', 'unknown-file', put('images/', '')],
  ['a password', 'encrypted', async () => zip(await unzip(pack), { password: 'secret' })],
  ['a picture of 33 MiB of nothing', 'too-large', () => withPicture(pack, new Uint8Array(33 * 1024 * 1024))],
  ['a file that unpacks to more than it claims', 'bomb', claiming(10)],
  ['a file that unpacks to less than it claims', 'cut-off', claiming(100_000)],
  ['a list that claims 200 MB', 'too-large', claiming(200_000_000)],
  ['a size that only zip64 could tell, and does not', 'cut-off', claiming(0xffffffff)],
  [
    'two files in the same place',
    'cut-off',
    () =>
      patched(pack, (bytes, view) => {
        const [first = 0, second = 0] = placesOf(bytes, CENTRAL);
        view.setUint32(second + 42, view.getUint32(first + 42, true), true);
      }),
  ],
  [
    'two files of one name',
    'same-name',
    () =>
      patched(pack, (bytes) => {
        const [first = 0, , third = 0, fourth = 0] = placesOf(bytes, 'images/');
        const [, second = 0] = placesOf(bytes, 'images/');
        bytes.copyWithin(second, first, first + 75);
        for (const at of placesOf(bytes, CENTRAL).slice(1, 2)) bytes.copyWithin(at + 46, first, first + 75);
        expect(third).not.toBe(fourth);
      }),
  ],
  ['a newer version', 'newer-version', put('manifest.json', '{"format":"gurnpack","version":2}')],
  ['no JSON', 'list', put('manifest.json', '{"format":')],
  ['a field too many', 'list', () => relisted(pack, (list) => Object.assign(list, { script: 'alert(1)' }))],
  ['a field too few', 'list', () => relisted(pack, ({ memes: [meme] }) => Reflect.deleteProperty(meme ?? {}, 'tags'))],
  ['a name without end', 'list', () => renamed('x'.repeat(1001))],
  ['a name with a control character', 'text', () => renamed('bell\u0007')],
  ['a name that turns the text around', 'text', () => renamed('\u202egnp.exe')],
  ['a half character', 'text', () => renamed('\ud83d')],
  [
    'a size that is not the file’s',
    'list',
    () => relisted(pack, ({ memes }) => Object.assign(memes[0] ?? {}, { size: 3 })),
  ],
  ['a meme twice', 'list', () => relisted(pack, ({ memes }) => memes.push(...memes.slice(0, 1)))],
  [
    'a picture that is missing',
    'missing-file',
    () =>
      relisted(pack, (_, files) => files.delete([...files.keys()].find((file) => file.startsWith('images/')) ?? '')),
  ],
  [
    'a picture with another digest',
    'digest',
    () =>
      relisted(pack, ({ memes: [meme] }, files) => {
        const picture = files.get(`images/${meme?.id}.png`);
        picture?.fill(7, picture.length - 4);
      }),
  ],
  ['a text as a picture', 'picture', () => withPicture(pack, new TextEncoder().encode('<script>alert(1)</script>'))],
  ['a picture of 2,500 megapixels', 'picture', () => withPicture(pack, pngHeader(50_000, 50_000))],
  ['a vector of NaN', 'vectors', () => withVectors(pack, (view) => view.setFloat32(0, Number.NaN, true))],
  [
    'an endless vector',
    'vectors',
    () => withVectors(pack, (view) => view.setFloat32(4, Number.POSITIVE_INFINITY, true)),
  ],
  ['a vector that is too long', 'vectors', () => withVectors(pack, (view) => view.setFloat32(0, 1, true))],
  [
    'vectors with another digest',
    'vectors',
    () => relisted(pack, (_, files) => files.get('vectors.f32')?.fill(0, 0, 4)),
  ],
  [
    'a vector too few',
    'vectors',
    () =>
      relisted(pack, (list, files) => {
        list.vectors.rows -= 1;
        files.set('vectors.f32', (files.get('vectors.f32') ?? new Uint8Array()).slice(256));
      }),
  ],
  [
    'a vector for two faces',
    'vectors',
    () =>
      relisted(pack, ({ memes }) => {
        for (const face of memes.flatMap(({ faces }) => faces)) face.vector = 0;
      }),
  ],
  [
    'a taught face that claims to lie closer',
    'vectors',
    () =>
      relisted(pack, ({ memes }) => {
        for (const face of memes.flatMap(({ faces }) => faces)) if (face.origin === 'taught') face.spread = 0;
      }),
  ],
];

function renamed(to: string): Promise<Blob> {
  return relisted(pack, ({ memes }) => Object.assign(memes[0] ?? {}, { name: to }));
}

it.each(EVIL)('%s', async (_, code, forge) => {
  const forged = await forge();
  library = await open(name);
  const before = await contents(name);
  await expect(importPack(library, forged, MODEL)).rejects.toMatchObject({ name: 'PackError', code });
  expect(await contents(name)).toEqual(before);
});

it('a pack that was unpacked and zipped again is accepted', async () => {
  const { outcomes } = await importPack(await open(), await zip(await unzip(pack)), MODEL);
  expect(outcomes.added).toHaveLength(4);
});

/** Is what a damaged pack left either nothing or everything? */
async function outcomeOf(damaged: Blob, whole: Awaited<ReturnType<typeof contents>>): Promise<'refused' | 'identical'> {
  const target = freshName();
  const into = await open(target);
  try {
    await importPack(into, damaged, MODEL);
  } catch (error) {
    expect(error).toMatchObject({ name: 'PackError' });
    expect((await contents(target)).memes).toEqual([]);
    return 'refused';
  }
  expect(await contents(target)).toEqual(whole);
  return 'identical';
}

it('with any bit turned it is refused, or comes out identical', async () => {
  const target = freshName();
  await importPack(await open(target), pack, MODEL);
  const whole = await contents(target);
  const bytes = await bytesOf(pack);
  const next = randoms(42);
  const ends = { refused: 0, identical: 0 };
  for (let round = 0; round < 250; round++) {
    const damaged = bytes.slice();
    const at = Math.floor(((next() + 1) / 2) * bytes.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (round % 8));
    ends[await outcomeOf(new Blob([damaged]), whole)] += 1;
  }
  // Dates and attributes of the zip's files may change unseen.
  expect(ends.refused).toBeGreaterThan(190);
});

it('cut off anywhere it is refused', async () => {
  const next = randoms(7);
  for (let round = 0; round < 60; round++) {
    const length = Math.floor(((next() + 1) / 2) * pack.size);
    await expect(importPack(await open(name), pack.slice(0, length), MODEL)).rejects.toMatchObject({
      name: 'PackError',
    });
  }
});
