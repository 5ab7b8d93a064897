import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import type { GurnSchema } from '../../../src/library/schema.ts';
import { freshName, meme, open, picture, stored } from './support.ts';

/** As the browser answers for a file that is not what it was. */
function breakNextFile(): void {
  const error = new DOMException('The file changed', 'NotReadableError');
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(error);
}

it('lays a picture that is brought in again in the place of one that cannot be read, and lets its thumbnail be made anew', async () => {
  const name = freshName();
  const { memes } = await open(name);
  const { id } = await memes.add({ meme: meme(), bytes: picture(1), faces: [], thumb: picture('small') });
  breakNextFile();
  expect(await memes.mend(id, picture(1))).toBe(true);
  expect(await (await memes.bytes(id))?.text()).toBe('picture 1');
  expect((await memes.bytes(id))?.type).toBe('image/webp');
  expect(await stored(name)).toMatchObject({ memes: [id], bytes: [id], thumbs: [] });
});

it('does so where the record itself is lost', async () => {
  const name = freshName();
  const { memes } = await open(name);
  const { id } = await memes.add({ meme: meme(), bytes: picture(1), faces: [] });
  const db = await openDB<GurnSchema>(name);
  await db.delete('bytes', id);
  db.close();
  expect(await memes.mend(id, picture(1))).toBe(true);
  expect(await (await memes.bytes(id))?.text()).toBe('picture 1');
});

it('leaves a picture that can be read as it is, makes none of a meme that is gone, and takes no other bytes', async () => {
  const name = freshName();
  const { memes } = await open(name);
  const { id } = await memes.add({ meme: meme(), bytes: picture(1), faces: [], thumb: picture('small') });
  expect(await memes.mend(id, picture(1))).toBe(false);
  expect((await stored(name)).thumbs).toEqual([id]);
  breakNextFile();
  await expect(memes.mend(id, picture(2))).rejects.toMatchObject({ code: 'invalid' });
  await memes.remove([id]);
  expect(await memes.mend(id, picture(1))).toBe(false);
  expect((await stored(name)).bytes).toEqual([]);
});
