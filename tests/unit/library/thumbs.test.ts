import { describe, expect, it } from 'vitest';
import { thumbSize } from '../../../src/library/index.ts';
import { face, freshName, meme, open, picture, stored } from './support.ts';

const thumb = new Blob(['small'], { type: 'image/webp' });

describe('a thumbnail', () => {
  it('comes with its meme and goes with it', async () => {
    const name = freshName();
    const library = await open(name);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [face(1)], thumb });
    expect(await (await library.thumbs.get(id))?.text()).toBe('small');
    expect(await library.thumbs.missing()).toEqual([]);
    await library.memes.remove([id]);
    expect((await stored(name)).thumbs).toEqual([]);
  });

  it('can be made later for a meme that has none, and not for one that is gone', async () => {
    const name = freshName();
    const library = await open(name);
    const { id } = await library.memes.add({ meme: meme(), bytes: picture(1), faces: [] });
    expect(await library.thumbs.missing()).toEqual([id]);
    await library.thumbs.put(id, thumb);
    await library.thumbs.put('0'.repeat(64), thumb);
    expect(await library.thumbs.missing()).toEqual([]);
    expect((await stored(name)).thumbs).toEqual([id]);
  });

  it.each([
    [640, 480, 256, 192],
    [480, 640, 192, 256],
    [100, 60, 100, 60],
    [4000, 3, 256, 1],
  ])('of %i × %i pixels is %i × %i', (width, height, small, low) => {
    expect(thumbSize(width, height)).toEqual({ width: small, height: low });
  });
});
