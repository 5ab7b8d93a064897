import { expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import type { Box, Engine } from '../../../src/engine/index.ts';
import { embedDrawn } from '../../../src/offscreen/draw-job.ts';
import { embedAgain } from '../../../src/offscreen/index-job.ts';
import { face, meme, open, picture } from '../library/support.ts';

/** An engine that embeds a box onto the axis that its left edge counts. */
const engineOf = (model: string) =>
  ({
    model,
    index: vi.fn(async () => ({ faces: [] })),
    embedBox: vi.fn(async (_: Blob, box: Box) => ({ embedding: face(box.x).embedding, found: box.x > 5 })),
  }) as unknown as Engine;

async function withMeme() {
  const library = await open();
  const about = meme({ indexed: 'old', width: 100, height: 80 });
  const { id } = await library.memes.add({ meme: about, bytes: picture(1), faces: [] });
  const facesNow = async () =>
    (await library.faces.ofMeme(id)).map(({ origin, box, model, embedding }) => ({
      origin,
      box,
      model,
      axis: embedding.indexOf(1),
    }));
  return { library, id, facesNow };
}

it('a drawn box becomes a face of the meme, and tells whether a detector saw one there', async () => {
  const { library, id, facesNow } = await withMeme();
  expect(await embedDrawn(library, engineOf('old'), { meme: id, box: [4, 0, 20, 20] })).toEqual({ found: false });
  expect(await embedDrawn(library, engineOf('old'), { meme: id, box: [9, 0, 20, 20] })).toEqual({ found: true });
  expect((await facesNow()).map(({ axis }) => axis)).toEqual([4, 9]);
});

it('of a box that reaches over the edge, the part in the picture counts; one beside it is refused', async () => {
  const { library, id, facesNow } = await withMeme();
  await embedDrawn(library, engineOf('old'), { meme: id, box: [60, 50, 500, 500] });
  expect((await facesNow()).map(({ box }) => box)).toEqual([[60, 50, 40, 30]]);
  const beside = embedDrawn(library, engineOf('old'), { meme: id, box: [100, 0, 20, 20] });
  await expect(beside).rejects.toMatchObject({ code: 'outside' });
});

it('a meme that is gone is told of', async () => {
  const { library } = await withMeme();
  const request = { meme: '0'.repeat(64), box: [1, 1, 9, 9] as [number, number, number, number] };
  await expect(embedDrawn(library, engineOf('old'), request)).rejects.toMatchObject({ code: 'missing' });
});

it('a new embedder embeds drawn boxes again, and leaves what was taught', async () => {
  const { library, id, facesNow } = await withMeme();
  await embedDrawn(library, engineOf('old'), { meme: id, box: [4, 0, 20, 20] });
  await library.faces.teach(id, { embedding: face(7).embedding, spread: 0, model: 'old' });
  const engine = engineOf('new');
  await embedAgain(library, { engine });
  expect(await facesNow()).toEqual([
    { origin: 'taught', box: null, model: 'old', axis: 7 },
    { origin: 'drawn', box: [4, 0, 20, 20], model: 'new', axis: 4 },
  ]);
  await embedAgain(library, { engine });
  expect(engine.embedBox).toHaveBeenCalledTimes(1);
});
