import { expect, it, vi } from 'vitest';
import { openWordIndex } from '../../../src/library/search/index.ts';
import { meme, open, picture } from '../library/support.ts';

it('an index of the library knows what is there, and learns what is added, renamed and removed', async () => {
  const library = await open();
  const { id } = await library.memes.add({ meme: meme({ name: 'First' }), bytes: picture(1), faces: [] });
  const index = await openWordIndex(library);
  expect([...index.find('first').keys()]).toEqual([id]);

  const second = await library.memes.add({ meme: meme({ name: 'Second' }), bytes: picture(2), faces: [] });
  await vi.waitFor(() => expect([...index.find('second').keys()]).toEqual([second.id]));
  await library.memes.update(id, { name: 'Renamed', tags: [] });
  await vi.waitFor(() => expect(index.find('first').size).toBe(0));
  expect([...index.find('renamed').keys()]).toEqual([id]);
  await library.memes.remove([id]);
  await vi.waitFor(() => expect(index.size).toBe(1));
});

it('what changes while the library is read is applied afterwards', async () => {
  const library = await open();
  const { id } = await library.memes.add({ meme: meme({ name: 'Old name' }), bytes: picture(1), faces: [] });
  const all = await library.memes.all();
  const opening = openWordIndex({
    ...library,
    memes: {
      ...library.memes,
      all: async () => {
        await library.memes.update(id, { name: 'Fresh name' });
        return all;
      },
    },
  });
  const index = await opening;
  await vi.waitFor(() => expect([...index.find('fresh').keys()]).toEqual([id]));
  expect(index.find('old').size).toBe(0);
});

it('a library that cannot be read is told, and is not followed', async () => {
  const library = await open();
  const broken = { ...library.memes, all: () => Promise.reject(new Error('unreadable')) };
  await expect(openWordIndex({ ...library, memes: broken })).rejects.toThrow('unreadable');
});
